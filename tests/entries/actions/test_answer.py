from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from uuid import uuid4

import pytest

from plaudit.entries.actions.answer import (
    LONGEST_TEXT,
    AnswerConflict,
    TextTooLong,
    save_answer,
)
from plaudit.entries.documents import text_in
from plaudit.entries.models import Answer, ContributorLevel, Entry
from plaudit.entries.queries import entry_of
from plaudit.kit.verdict import Refused
from plaudit.programmes.models import CategoryCriterion
from tests.factories.entries import a_contributor, an_entry
from tests.factories.people import a_person
from tests.factories.programmes import CLOSES, WHILE_OPEN, a_category, a_section

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]

SECOND = dt.timedelta(seconds=1)
MINUTE = dt.timedelta(minutes=1)


def first_criterion(entry: Entry) -> CategoryCriterion:
    return entry.category.criteria.order_by("position").select_related("criterion").first()


def answer_in(entry: Entry) -> Answer:
    return entry.answers.get(criterion=first_criterion(entry))


def save(entry: Entry, text: str, version: int, **given: object) -> int:
    by = given.pop("by", entry.started_by)
    at = given.pop("at", WHILE_OPEN)
    saved = save_answer(
        entry, first_criterion(entry), by=by, at=at, text=text, version=version, **given
    )
    return saved.version


def test_a_save_keeps_text_words_document_and_revision() -> None:
    entry = an_entry()
    saved = save_answer(
        entry,
        first_criterion(entry),
        by=entry.started_by,
        at=WHILE_OPEN,
        text="Fourteen homes – dry at last.",
        version=0,
    )
    answer = answer_in(entry)
    assert (saved.version, saved.words, saved.saved_at) == (1, 5, WHILE_OPEN)
    assert (answer.text, answer.words, answer.version) == ("Fourteen homes – dry at last.", 5, 1)
    assert text_in(bytes(answer.document)) == answer.text
    assert list(answer.revisions.values_list("version", "text")) == [(1, answer.text)]


def test_a_stale_version_changes_nothing_and_brings_the_answer() -> None:
    entry = an_entry()
    other = a_contributor(entry)
    save(entry, "Mine.", 0)
    with pytest.raises(AnswerConflict) as conflict:
        save(entry, "Theirs.", 0, by=other)
    assert (conflict.value.answer.text, conflict.value.answer.version) == ("Mine.", 1)
    assert answer_in(entry).text == "Mine."


def test_the_same_text_again_succeeds_without_a_change() -> None:
    entry = an_entry()
    save(entry, "Mine.", 0)
    assert save(entry, "Mine.", 0, at=WHILE_OPEN + MINUTE) == 1
    assert answer_in(entry).saved_at == WHILE_OPEN


def test_a_page_that_did_not_hear_back_may_go_on_with_its_key() -> None:
    entry, key = an_entry(), uuid4()
    save(entry, "One", 0, key=key)
    assert save(entry, "One two", 0, key=key) == 2
    assert answer_in(entry).text == "One two"


def test_a_key_is_no_pass_once_somebody_else_has_saved() -> None:
    entry, key = an_entry(), uuid4()
    other = a_contributor(entry)
    save(entry, "One", 0, key=key)
    save(entry, "One, and theirs", 1, by=other, key=uuid4())
    with pytest.raises(AnswerConflict):
        save(entry, "One two", 0, key=key)
    assert answer_in(entry).text == "One, and theirs"


def test_somebody_elses_key_is_no_pass() -> None:
    entry, key = an_entry(), uuid4()
    save(entry, "One", 0, key=key)
    with pytest.raises(AnswerConflict):
        save(entry, "Other", 0, by=a_contributor(entry), key=key)


def test_saves_within_ten_minutes_share_a_revision() -> None:
    entry = an_entry()
    save(entry, "One", 0)
    save(entry, "One two", 1, at=WHILE_OPEN + 9 * MINUTE)
    save(entry, "One two three", 2, at=WHILE_OPEN + 10 * MINUTE + SECOND)
    kept = answer_in(entry).revisions.values_list("version", "text")
    assert list(kept) == [(2, "One two"), (3, "One two three")]


def test_each_person_has_revisions_of_their_own() -> None:
    entry = an_entry()
    other = a_contributor(entry)
    save(entry, "One", 0)
    save(entry, "One two", 1, by=other)
    save(entry, "One two three", 2)
    people = answer_in(entry).revisions.values_list("person", flat=True)
    assert list(people) == [entry.started_by_id, other.pk, entry.started_by_id]


def test_a_text_deleted_at_a_stroke_stays_among_the_revisions() -> None:
    entry, long = an_entry(), "A sentence that took a week to write. " * 10
    save(entry, long, 0)
    save(entry, "", 1)
    assert list(answer_in(entry).revisions.values_list("text", flat=True)) == [long, ""]


def test_a_text_over_its_limit_is_saved() -> None:
    entry = an_entry()
    criterion = first_criterion(entry)
    criterion.word_limit = 3
    criterion.save()
    assert save(entry, "one two three four", 0) == 1
    assert answer_in(entry).words == 4


def test_a_text_over_the_cap_is_refused_whole() -> None:
    entry = an_entry()
    assert save(entry, "x" * LONGEST_TEXT, 0) == 1
    with pytest.raises(TextTooLong, match="200,001 characters"):
        save(entry, "x" * (LONGEST_TEXT + 1), 1)
    assert len(answer_in(entry).text) == LONGEST_TEXT


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b", "ab"),
        ("a\ud83db", "a\ufffdb"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("😀 café ﷽", "😀 café ﷽"),
        ("  left alone \n", "  left alone \n"),
    ],
)
def test_what_the_database_cannot_hold_does_not_lose_the_rest(typed: str, kept: str) -> None:
    entry = an_entry()
    save(entry, typed, 0)
    assert answer_in(entry).text == kept


def test_the_closing_instant_is_in_time_and_the_second_after_is_not() -> None:
    entry = an_entry()
    save(entry, "Before", 0, at=CLOSES - SECOND)
    save(entry, "At the stroke", 1, at=CLOSES)
    with pytest.raises(Refused, match="Entries closed at 5pm on Friday 12 March 2027"):
        save(entry, "Late", 2, at=CLOSES + SECOND)
    assert answer_in(entry).text == "At the stroke"


def test_a_reader_and_a_stranger_cannot_save() -> None:
    entry = an_entry()
    reader = a_contributor(entry, level=ContributorLevel.READ)
    for person in (reader, a_person()):
        with pytest.raises(Refused, match="not change it"):
            save(entry, "No", 0, by=person)


def test_another_categorys_criterion_is_refused() -> None:
    entry, other = an_entry(), a_category()
    with pytest.raises(Refused, match="does not ask"):
        save_answer(
            entry,
            other.criteria.first(),
            by=entry.started_by,
            at=WHILE_OPEN,
            text="No",
            version=0,
        )


def test_a_criterion_added_later_can_be_answered() -> None:
    entry = an_entry()
    added = a_section(entry.category, "Value")
    saved = save_answer(entry, added, by=entry.started_by, at=WHILE_OPEN, text="New", version=0)
    assert saved.version == 1
    assert entry.answers.get(criterion=added).text == "New"


def test_a_save_costs_two_queries(django_assert_num_queries: Callable[..., object]) -> None:
    entry = an_entry()
    save(entry, "One", 0)
    criterion = first_criterion(entry)
    own = entry_of(entry.started_by, entry.pk)
    with django_assert_num_queries(4):  # a savepoint's two, then lock and write
        save_answer(own, criterion, by=entry.started_by, at=WHILE_OPEN, text="One two", version=1)
