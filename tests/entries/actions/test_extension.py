from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest

from plaudit.entries.actions.answer import save_answer
from plaudit.entries.actions.extension import extend_closing
from plaudit.entries.actions.submission import submit_entry
from plaudit.entries.closing import closing_for
from plaudit.entries.extensions import extensions_of
from plaudit.entries.models import Entry, Extension
from plaudit.entries.queries import entry_of
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.verdict import Refused
from plaudit.programmes.models import Edition, TeamRole
from tests.factories.entries import a_complete_entry
from tests.factories.people import a_person
from tests.factories.programmes import (
    CLOSES,
    WHILE_OPEN,
    a_category,
    a_team_member,
    an_edition,
    director_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]

SECOND = dt.timedelta(seconds=1)
MINUTE = dt.timedelta(minutes=1)
DAY = dt.timedelta(days=1)
LONDON = ZoneInfo("Europe/London")


def extended(edition: Edition, to: dt.datetime, **given: object) -> Extension:
    given = {
        "by": director_of(edition),
        "at": WHILE_OPEN,
        "reason": "The network was down.",
        **given,
    }
    return extend_closing(edition, closes_at=to, **given)


def saves(entry: Entry, at: dt.datetime, opened_at: dt.datetime | None = None) -> None:
    own = entry_of(entry.started_by, entry.pk)
    criterion = entry.category.criteria.earliest("position")
    version = entry.answers.get(criterion=criterion).version
    text = f"Words of {at.isoformat()}"
    save_answer(
        own, criterion, by=entry.started_by, at=at, text=text, version=version, opened_at=opened_at
    )


def submits(entry: Entry, at: dt.datetime, opened_at: dt.datetime | None = None) -> None:
    own = entry_of(entry.started_by, entry.pk)
    submit_entry(own, by=entry.started_by, at=at, key=new_identifier(), opened_at=opened_at)


ACTS = pytest.mark.parametrize("act", [saves, submits])
Act = Callable[..., None]


@ACTS
@pytest.mark.parametrize("reach", ["entry", "category", "edition"])
def test_more_time_is_exact_to_the_second(act: Act, reach: str) -> None:
    edition = an_edition()
    entry = a_complete_entry(a_category(edition))
    other = a_complete_entry(a_category(edition))
    things = {"entry": {"entry": entry}, "category": {"category": entry.category}, "edition": {}}
    extended(edition, CLOSES + DAY, **things[reach])
    for at in (CLOSES + SECOND, CLOSES + DAY - SECOND, CLOSES + DAY):
        act(entry, at)
    with pytest.raises(Refused, match="Entries closed at 5pm on Saturday 13 March 2027"):
        act(entry, CLOSES + DAY + SECOND)
    if reach == "edition":
        act(other, CLOSES + SECOND)
        return
    act(other, CLOSES)
    with pytest.raises(Refused, match="Entries closed at 5pm on Friday 12 March 2027"):
        act(other, CLOSES + SECOND)


@ACTS
@pytest.mark.parametrize("is_extended", [False, True])
def test_the_grace_follows_the_closing_that_counts(act: Act, is_extended: bool) -> None:
    edition = an_edition(grace_minutes=10)
    entry = a_complete_entry(a_category(edition))
    closes = CLOSES
    if is_extended:
        closes = CLOSES + DAY
        extended(edition, closes, entry=entry)
    for at in (closes - SECOND, closes, closes + SECOND, closes + 10 * MINUTE):
        act(entry, at, closes)
    with pytest.raises(Refused, match="Entries closed"):
        act(entry, closes + 10 * MINUTE + SECOND, closes)
    for opened_at in (None, closes + SECOND):
        with pytest.raises(Refused, match="Entries closed"):
            act(entry, closes + SECOND, opened_at)


@ACTS
@pytest.mark.parametrize("fold", [0, 1])
def test_more_time_across_the_change_of_the_clock(act: Act, fold: int) -> None:
    """On the night when half past one comes twice, each is meant as it is said."""
    closes = dt.datetime(2027, 10, 30, 17, tzinfo=LONDON).astimezone(dt.UTC)
    until = dt.datetime(2027, 10, 31, 1, 30, fold=fold, tzinfo=LONDON).astimezone(dt.UTC)
    edition = an_edition(
        opens_at=closes - 30 * DAY,
        closes_at=closes,
        judging_opens_at=closes + DAY,
        judging_closes_at=closes + 9 * DAY,
    )
    entry = a_complete_entry(a_category(edition), at=closes - DAY)
    extended(edition, until, entry=entry, at=closes - DAY)
    act(entry, until)
    with pytest.raises(Refused, match="Entries closed"):
        act(entry, until + SECOND)
    assert until - closes == dt.timedelta(hours=8.5 + fold)


def test_an_extension_never_shortens_and_the_latest_counts() -> None:
    edition = an_edition()
    entry = a_complete_entry(a_category(edition))
    extended(edition, CLOSES + 2 * DAY)
    for narrower in ({"entry": entry}, {"category": entry.category}, {}):
        with pytest.raises(Refused, match="can only give more time"):
            extended(edition, CLOSES + DAY, **narrower)
    extended(edition, CLOSES + 3 * DAY, entry=entry)
    own = entry_of(entry.started_by, entry.pk)
    assert closing_for(own) == CLOSES + 3 * DAY
    assert closing_for(Entry.objects.get(pk=entry.pk)) == CLOSES + 3 * DAY


def test_a_category_with_an_hour_of_its_own_is_extended_from_there() -> None:
    edition = an_edition()
    early = a_category(edition, closes_at=CLOSES - 5 * DAY)
    entry = a_complete_entry(early)
    extended(edition, CLOSES - DAY, category=early)
    assert closing_for(Entry.objects.get(pk=entry.pk)) == CLOSES - DAY
    extended(edition, CLOSES + DAY)
    assert closing_for(Entry.objects.get(pk=entry.pk)) == CLOSES + DAY


def test_who_when_and_why_are_kept_and_once() -> None:
    edition = an_edition()
    entry = a_complete_entry(a_category(edition))
    clerk = a_person()
    a_team_member(edition.programme, clerk, TeamRole.ENTRIES)
    first = extended(edition, CLOSES + DAY, entry=entry, by=clerk, reason=" Flood\nat the  office ")
    assert extended(edition, CLOSES + DAY, entry=entry, by=clerk) == first
    second = extended(edition, CLOSES + 2 * DAY, at=WHILE_OPEN + MINUTE)
    kept = [
        (each.granted_by, each.granted_at, each.reason, each.entry)
        for each in extensions_of(edition)
    ]
    assert kept == [
        (director_of(edition), WHILE_OPEN + MINUTE, "The network was down.", None),
        (clerk, WHILE_OPEN, "Flood at the office", entry),
    ]
    assert list(extensions_of(edition)) == [second, first]
    with pytest.raises(TypeError):
        first.delete()


def test_extending_has_its_rules() -> None:
    edition, other = an_edition(), an_edition()
    entry = a_complete_entry(a_category(edition))
    judging = a_person()
    a_team_member(edition.programme, judging, TeamRole.JUDGING)
    wrong = [
        ({"by": entry.started_by}, "not on the team"),
        ({"by": judging}, "not on the team"),
        ({"reason": "  "}, "Say why"),
        ({"entry": entry, "category": entry.category}, "one at a time"),
        ({"category": a_category(other)}, "not part of the edition"),
        ({"entry": a_complete_entry(a_category(other))}, "not part of the edition"),
        ({"at": CLOSES + DAY}, "ahead of us"),
    ]
    for given, reason in wrong:
        with pytest.raises(Refused, match=reason):
            extended(edition, CLOSES + DAY, **given)
    assert not Extension.objects.exists()
    late = extended(edition, CLOSES + DAY, at=CLOSES + MINUTE)
    assert late.closes_at == CLOSES + DAY
