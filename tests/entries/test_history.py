from __future__ import annotations

import datetime as dt

import pytest

from plaudit.entries.actions.answer import save_answer
from plaudit.entries.history import sittings
from plaudit.entries.queries import updates_of, written_since
from plaudit.people.models import Person
from tests.factories.entries import a_contributor, an_entry
from tests.factories.programmes import WHILE_OPEN

pytestmark = pytest.mark.django_db

Change = tuple[Person, int, str]


def told(*changes: Change) -> list[tuple[Person, int, str]]:
    """Make the changes, each at its minute, and return who wrote until which version, and what it then said."""
    answer = changes[0][0].contributions.get().entry.answers.order_by("criterion__position").first()
    for version, (person, minute, text) in enumerate(changes):
        at = WHILE_OPEN + dt.timedelta(minutes=minute)
        save_answer(answer.entry, answer.criterion, by=person, at=at, text=text, version=version)
    return [(each.person, each.version, each.text) for each in sittings(updates_of(answer))]


def test_one_persons_changes_within_ten_minutes_are_one_sitting() -> None:
    writer = an_entry().started_by
    changes = [(writer, 0, "One"), (writer, 10, "One two"), (writer, 21, "One two three")]
    assert told(*changes) == [(writer, 2, "One two"), (writer, 3, "One two three")]


def test_anothers_change_ends_a_sitting() -> None:
    entry = an_entry()
    writer, other = entry.started_by, a_contributor(entry)
    changes = [(writer, 0, "A"), (other, 1, "AB"), (writer, 2, "ABC")]
    assert told(*changes) == [(writer, 1, "A"), (other, 2, "AB"), (writer, 3, "ABC")]


def test_what_was_taken_out_is_gone_from_the_later_text_alone() -> None:
    writer = an_entry().started_by
    changes = [(writer, 0, "Keep this. Not this."), (writer, 30, "Keep this.")]
    assert [text for _, _, text in told(*changes)] == ["Keep this. Not this.", "Keep this."]


def test_who_wrote_since_a_version_leaves_oneself_out() -> None:
    entry = an_entry()
    writer, other = entry.started_by, a_contributor(entry)
    told((writer, 0, "A"), (other, 1, "AB"), (writer, 2, "ABC"))
    answer = entry.answers.order_by("criterion__position").first()
    assert written_since(answer, 0, without=writer) == [other]
    assert written_since(answer, 2, without=writer) == []
    assert written_since(answer, 1, without=other) == [writer]
