from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from plaudit.entries.actions.answer import (
    LONGEST_TEXT,
    TextTooLong,
    save_answer,
)
from plaudit.entries.documents import replayed, text_in
from plaudit.entries.models import Answer, ContributorLevel, Entry, UpdateSource
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


def test_a_save_keeps_text_words_document_and_update() -> None:
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
    (update,) = answer.updates.all()
    assert (update.version, update.person_id, update.at) == (1, entry.started_by_id, WHILE_OPEN)
    assert update.source == UpdateSource.POSTED
    assert text_in(replayed([bytes(update.data)])) == answer.text


def test_a_text_written_against_an_earlier_version_is_merged_into_what_came_since() -> None:
    entry = an_entry()
    other = a_contributor(entry)
    save(entry, "The homes were damp.", 0)
    save(entry, "The old homes were damp.", 1, by=other)
    saved = save_answer(
        entry,
        first_criterion(entry),
        by=entry.started_by,
        at=WHILE_OPEN,
        text="The homes were damp, and cold.",
        version=1,
    )
    assert (saved.text, saved.version, saved.is_merged) == (
        "The old homes were damp, and cold.",
        3,
        True,
    )
    assert answer_in(entry).text == saved.text


def test_two_first_texts_are_both_kept() -> None:
    entry = an_entry()
    other = a_contributor(entry)
    save(entry, "Mine.", 0)
    save(entry, "Theirs.", 0, by=other)
    assert answer_in(entry).text in {"Mine. Theirs.", "Theirs. Mine."}


def test_the_same_post_again_changes_nothing_whatever_came_between() -> None:
    entry = an_entry()
    other = a_contributor(entry)
    save(entry, "The homes were damp.", 0)
    save(entry, "The homes were damp, and cold.", 1)
    save(entry, "The old homes were damp, and cold.", 2, by=other)
    assert save(entry, "The homes were damp, and cold.", 1) == 3
    assert answer_in(entry).text == "The old homes were damp, and cold."


def test_the_same_text_again_succeeds_without_a_change() -> None:
    entry = an_entry()
    save(entry, "Mine.", 0)
    assert save(entry, "Mine.", 0, at=WHILE_OPEN + MINUTE) == 1
    assert answer_in(entry).saved_at == WHILE_OPEN


def test_every_text_there_ever_was_can_be_read_again() -> None:
    entry, long = an_entry(), "A sentence that took a week to write. " * 10
    save(entry, long, 0)
    save(entry, "", 1)
    save(entry, "Another.", 2, by=a_contributor(entry))
    updates = [bytes(each.data) for each in answer_in(entry).updates.order_by("version")]
    said = [text_in(replayed(updates[: n + 1])) for n in range(len(updates))]
    assert said == [long, "", "Another."]


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


def test_the_grace_is_for_forms_that_were_open_at_closing() -> None:
    entry = an_entry()
    edition = entry.category.edition
    edition.grace_minutes = 10
    edition.save()
    save(entry, "In the grace", 0, at=CLOSES + 10 * MINUTE, opened_at=CLOSES)
    for opened_at in (None, CLOSES + SECOND):
        with pytest.raises(Refused, match="Entries closed"):
            save(entry, "Late", 1, at=CLOSES + SECOND, opened_at=opened_at)
    with pytest.raises(Refused, match="Entries closed"):
        save(entry, "Late", 1, at=CLOSES + 10 * MINUTE + SECOND, opened_at=CLOSES - MINUTE)
    assert answer_in(entry).text == "In the grace"


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
