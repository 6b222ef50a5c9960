from __future__ import annotations

from collections.abc import Callable

import pytest

from plaudit.entries import queries
from plaudit.entries.parts import parts_of
from plaudit.entries.rules import level_of
from tests.factories.entries import (
    a_contributor,
    a_submission,
    a_submitted_entry,
    a_withdrawn_entry,
    an_entry,
)
from tests.factories.people import a_person
from tests.factories.programmes import a_category

pytestmark = pytest.mark.django_db


def test_a_person_finds_their_own_entries_newest_first_and_no_others() -> None:
    category, person = a_category(), a_person()
    own, theirs, foreign = an_entry(category, owner=person), an_entry(category), an_entry(category)
    a_contributor(theirs, person)
    assert list(queries.entries_of(person)) == [theirs, own]
    assert queries.entry_of(person, foreign.pk) is None
    assert queries.entry_of(person, own.pk) == own


def test_search_looks_in_title_reference_and_category() -> None:
    person = a_person()
    entry = an_entry(a_category(name="Best bridge"), owner=person, title="Warm homes")
    an_entry(owner=person, title="Other")
    for text in ("warm", "bridge", entry.reference.lower()):
        assert list(queries.entries_of(person, text)) == [entry]
    assert list(queries.entries_of(person, "nothing\x00")) == []


def test_rows_tell_how_far_an_entry_is() -> None:
    entry = a_submitted_entry()
    row = queries.entries_of(entry.started_by).get()
    assert (row.answered, row.asked) == (3, 3)
    assert row.submitted_at == entry.submissions.get().submitted_at
    assert row.written_at is not None
    fresh = queries.entries_of(an_entry().started_by).get()
    assert (fresh.answered, fresh.asked, fresh.submitted_at) == (0, 3, None)


def test_an_entry_comes_with_its_level_by_one_query(
    django_assert_num_queries: Callable[..., object],
) -> None:
    entry = an_entry()
    person = a_contributor(entry, level="write")
    with django_assert_num_queries(1):
        own = queries.entry_of(person, entry.pk)
        assert own is not None
        assert level_of(person, own) == "write"
        assert own.category.edition.programme.name


def test_the_parts_of_an_entry_cost_one_query(
    django_assert_num_queries: Callable[..., object],
) -> None:
    entry = a_submitted_entry()
    with django_assert_num_queries(1):
        parts_of(entry)


def test_only_entries_that_stand_submitted_are_judged() -> None:
    category = a_category()
    submitted = a_submitted_entry(category)
    a_withdrawn_entry(category)
    an_entry(category)
    assert list(queries.submitted_entries(category.edition)) == [submitted]


def test_the_latest_submission_is_found_for_one_and_for_many() -> None:
    category = a_category()
    one, other = a_submitted_entry(category), a_submitted_entry(category)
    one.title = "Changed"
    one.save()
    second = a_submission(one)
    assert queries.latest_submission(one) == second
    latest = queries.latest_submissions([one, other])
    assert latest == {one.pk: second, other.pk: other.submissions.get()}


def test_a_receipt_is_found_by_those_who_work_on_the_entry() -> None:
    entry = a_submitted_entry()
    submission = entry.submissions.get()
    reader = a_contributor(entry, level="read")
    for person in (entry.started_by, reader):
        assert queries.submission_of(person, submission.reference.lower()) == submission
    assert queries.submission_of(a_person(), submission.reference) is None
