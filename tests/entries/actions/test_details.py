from __future__ import annotations

import datetime as dt

import pytest

from plaudit.entries.actions.details import DetailsConflict, change_details
from plaudit.entries.models import ContributorLevel
from plaudit.kit.verdict import Refused
from tests.factories.entries import a_contributor, an_entry
from tests.factories.programmes import CLOSES, WHILE_OPEN

pytestmark = pytest.mark.django_db


def test_title_and_summary_are_kept_clean() -> None:
    entry = an_entry()
    changed = change_details(
        entry,
        by=entry.started_by,
        at=WHILE_OPEN,
        title=" Warm\n homes\x00 ",
        summary="One.\r\nTwo.",
        version=0,
    )
    assert (changed.title, changed.summary) == ("Warm homes", "One.\nTwo.")
    assert changed.details_version == 1


def test_a_stale_version_brings_what_stands_there() -> None:
    entry = an_entry()
    by, at = entry.started_by, WHILE_OPEN
    change_details(entry, by=by, at=at, title="Theirs", summary="", version=0)
    with pytest.raises(DetailsConflict) as conflict:
        change_details(entry, by=by, at=at, title="Mine", summary="", version=0)
    assert conflict.value.entry.title == "Theirs"
    same = change_details(entry, by=by, at=at, title="Theirs", summary="", version=0)
    assert same.details_version == 1


def test_titles_have_120_characters_and_summaries_may_run_over() -> None:
    entry = an_entry()
    by, at = entry.started_by, WHILE_OPEN
    with pytest.raises(Refused, match="120 characters"):
        change_details(entry, by=by, at=at, title="x" * 121, summary="", version=0)
    long = "word " * 150
    kept = change_details(entry, by=by, at=at, title="x" * 120, summary=long, version=0)
    assert kept.summary == long.strip()


def test_readers_and_latecomers_cannot_change_details() -> None:
    entry = an_entry()
    reader = a_contributor(entry, level=ContributorLevel.READ)
    late = CLOSES + dt.timedelta(seconds=1)
    for by, at in ((reader, WHILE_OPEN), (entry.started_by, late)):
        with pytest.raises(Refused):
            change_details(entry, by=by, at=at, title="No", summary="", version=0)
