"""Two people at once, each on a database connection of their own."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event
from uuid import uuid4

import pytest
from django.db import connection, transaction

from plaudit.entries.actions.answer import save_answer
from plaudit.entries.actions.entry import start_entry
from plaudit.entries.actions.move import move_entry
from plaudit.entries.actions.submission import submit_entry
from plaudit.entries.models import Entry
from plaudit.entries.queries import entry_of
from plaudit.kit.verdict import Refused
from plaudit.messages.models import OutboxMessage
from plaudit.people.models import Person
from plaudit.programmes.models import Category
from tests.factories.entries import a_complete_entry, a_contributor, an_entry
from tests.factories.people import a_person
from tests.factories.programmes import WHILE_OPEN, a_category, an_edition

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("_invariants_hold"),
]


def at_once(*calls: Callable[[], object]) -> list[object]:
    """Run the calls in threads that all start at one moment; an exception stands for a failed one."""
    gate = Barrier(len(calls))

    def run(call: Callable[[], object]) -> object:
        try:
            gate.wait(timeout=30)
            return call()
        except Exception as error:  # noqa: BLE001 - the test looks at what went wrong
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def test_of_two_saves_at_once_both_are_kept() -> None:
    entry = an_entry()
    people = [entry.started_by, a_contributor(entry)]
    criterion = entry.category.criteria.first()

    def save(person: Person, text: str) -> Callable[[], object]:
        return lambda: (
            save_answer(entry, criterion, by=person, at=WHILE_OPEN, text=text, version=0).version
        )

    assert set(at_once(save(people[0], "111"), save(people[1], "222"))) == {1, 2}
    answer = entry.answers.get(criterion=criterion)
    assert answer.version == 2
    assert answer.text in ("111 222", "222 111")


def test_many_posts_of_one_form_make_one_submission_and_one_mail() -> None:
    entry, key = a_complete_entry(), uuid4()

    def submit() -> object:
        own = entry_of(entry.started_by, entry.pk)
        return submit_entry(own, by=entry.started_by, at=WHILE_OPEN, key=key).reference

    results = at_once(*[submit] * 12)
    assert set(results) == {f"{entry.reference}/1"}
    assert entry.submissions.count() == 1
    assert OutboxMessage.objects.filter(kind="receipt").count() == 1


def test_two_people_submitting_at_once_make_one_submission() -> None:
    entry = a_complete_entry()
    other = a_contributor(entry, level="submit")

    def submit(person: Person) -> Callable[[], object]:
        return lambda: submit_entry(entry, by=person, at=WHILE_OPEN, key=uuid4()).pk

    assert len(set(at_once(submit(entry.started_by), submit(other)))) == 1


def test_a_save_beside_a_submission_is_in_it_or_after_it_but_never_half() -> None:
    entry = a_complete_entry()
    criterion = entry.category.criteria.first()

    def save() -> object:
        return save_answer(
            entry,
            criterion,
            by=entry.started_by,
            at=WHILE_OPEN,
            text="The newest words.",
            version=1,
        )

    def submit() -> object:
        return submit_entry(entry, by=entry.started_by, at=WHILE_OPEN, key=uuid4())

    results = at_once(save, submit)
    assert not [each for each in results if isinstance(each, Exception)]
    snapshot = entry.submissions.get().snapshot
    (answer,) = [each for each in snapshot["answers"] if each["criterion_id"] == str(criterion.pk)]
    assert answer["words"] == len(answer["text"].split())
    assert entry.answers.get(criterion=criterion).text == "The newest words."


def test_entries_started_at_once_have_numbers_of_their_own() -> None:
    category, people = a_category(), [a_person() for _ in range(8)]
    results = at_once(
        *[
            lambda person=person: start_entry(category, by=person, at=WHILE_OPEN)
            for person in people
        ]
    )
    assert {entry.number for entry in results if isinstance(entry, Entry)} == set(range(1, 9))


def test_one_form_started_twice_at_once_starts_one_entry() -> None:
    category, person, key = a_category(), a_person(), uuid4()

    def start() -> object:
        return start_entry(category, by=person, at=WHILE_OPEN, key=key).pk

    assert len(set(at_once(start, start, start))) == 1
    assert Entry.objects.count() == 1


def a_draft_and_another_category() -> tuple[Entry, Category]:
    """A draft with two answers. The other category asks the same as the second, and something new."""
    edition = an_edition()
    here = a_category(edition, sections={"Ambition": ["Why?"], "Outcome": ["What changed?"]})
    there = a_category(edition, sections={"Outcome": ["Show it."], "Spread": ["Where else?"]})
    texts = {"Ambition": "Why we began.", "Outcome": "Fewer fell."}
    return a_complete_entry(here, texts=texts), there


@pytest.mark.parametrize("criterion", ["Outcome", "Ambition"], ids=["carried", "parked"])
def test_a_save_beside_a_move_is_kept_or_its_words_are_given_back(criterion: str) -> None:
    entry, there = a_draft_and_another_category()
    colleague = a_contributor(entry)
    asked = entry.category.criteria.get(criterion__name=criterion)
    answer = entry.answers.get(criterion=asked)
    own = entry_of(colleague, entry.pk)

    def save() -> object:
        text = f"{answer.text} And more."
        return save_answer(own, asked, by=colleague, at=WHILE_OPEN, text=text, version=1).text

    def move() -> object:
        mine = entry_of(entry.started_by, entry.pk)
        return move_entry(mine, there, by=entry.started_by, at=WHILE_OPEN).pk

    saved, moved = at_once(save, move)
    assert not isinstance(moved, Exception)
    after = entry.answers.get(pk=answer.pk)
    if isinstance(saved, Exception):
        assert isinstance(saved, Refused)
        assert "Your words are below" in saved.reason
        assert after.text == answer.text
    else:
        assert after.text == saved == f"{answer.text} And more."
    assert (after.criterion.category == there) is (criterion == "Outcome")
    assert entry.answers.count() == 3  # no stray one


def test_two_moves_at_once_leave_each_answer_once() -> None:
    entry, there = a_draft_and_another_category()
    other = a_contributor(entry)

    def move(person: Person) -> Callable[[], object]:
        own = entry_of(person, entry.pk)
        return lambda: move_entry(own, there, by=person, at=WHILE_OPEN).pk

    results = at_once(move(entry.started_by), move(other))
    assert len([each for each in results if isinstance(each, Refused)]) == 1
    assert sorted(entry.answers.values_list("text", flat=True)) == [
        "",
        "Fewer fell.",
        "Why we began.",
    ]


def test_a_submission_that_waits_for_a_move_is_told_what_the_new_category_lacks() -> None:
    entry, there = a_draft_and_another_category()
    has_moved = Event()

    def move() -> object:
        mine = entry_of(entry.started_by, entry.pk)
        with transaction.atomic():
            move = move_entry(mine, there, by=entry.started_by, at=WHILE_OPEN)
            has_moved.set()
            time.sleep(0.5)
        return move.pk

    def submit() -> object:
        own = entry_of(entry.started_by, entry.pk)
        has_moved.wait(timeout=30)
        return submit_entry(own, by=entry.started_by, at=WHILE_OPEN, key=uuid4())

    moved, refused = at_once(move, submit)
    assert not isinstance(moved, Exception)
    assert isinstance(refused, Refused), refused
    assert "Spread" in refused.reason
    assert not entry.submissions.exists()
