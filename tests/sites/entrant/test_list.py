from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from plaudit.entries.actions.answer import save_answer
from plaudit.entries.actions.extension import extend_closing
from plaudit.entries.queries import entries_of
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from plaudit.sites.entrant.pages.list import entry_rows
from tests.factories.entries import (
    a_complete_entry,
    a_contributor,
    a_submitted_entry,
    a_withdrawn_entry,
    an_entry,
)
from tests.factories.people import a_person
from tests.factories.programmes import CLOSES, WHILE_OPEN, a_category, director_of
from tests.sites.entrant.reading import links_of, words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


def test_a_newcomer_is_told_how_to_begin(signed_in: SignedIn) -> None:
    page = signed_in(a_person()).get("/entries/")
    assert "You have no entries yet" in words_of(page)


def test_each_entry_says_where_it_stands_and_what_to_do_next(signed_in: SignedIn) -> None:
    category, person = a_category(), a_person()
    for make, title in (
        (an_entry, "Begun"),
        (a_complete_entry, "Whole"),
        (a_submitted_entry, "Sent"),
        (a_withdrawn_entry, "Back"),
    ):
        make(category, owner=person, title=title)
    words = words_of(signed_in(person).get("/entries/"))
    closing = "5pm on Friday 12 March 2027 (UK time)"
    for sentence in (
        f"Not submitted yet. You can submit until {closing}. 0 of 3 answered",
        f"Not submitted yet. You can submit until {closing}. Check and submit",
        f"Received at 10am on Monday 1 February 2027 (UK time). You can edit and submit again until {closing}.",
        f"Withdrawn. It will not be judged, unless you submit it again by {closing}.",
    ):
        assert sentence in words


def test_in_the_grace_the_list_says_until_when_to_who_was_writing(
    signed_in: SignedIn, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    category = a_category()
    category.edition.grace_minutes = 15
    category.edition.save()
    person, colleague = a_person(), a_person()
    late = CLOSES + dt.timedelta(minutes=5)
    for title in ("First", "Second", "Third"):
        entry = an_entry(category, owner=person, title=title)
        a_contributor(entry, person=colleague)
        answer = entry.answers.order_by("criterion__position")[0]
        begun = CLOSES - dt.timedelta(hours=5 if title == "Third" else 1)
        form = {"by": person, "at": begun, "text": "Words", "version": 0}
        save_answer(entry, answer.criterion, **form)
    had_it_open = (
        "Not submitted yet. Entries have closed, but you had this one open then. "
        "You can submit until 5:15pm on Friday 12 March 2027 (UK time)."
    )
    closed = "Not submitted. Entries closed at 5pm on Friday 12 March 2027 (UK time)."
    with frozen_at(late):
        own = words_of(signed_in(person).get("/entries/"))
        theirs = words_of(signed_in(colleague).get("/entries/"))
    assert (own.count(had_it_open), own.count(closed)) == (2, 1)
    assert (theirs.count(had_it_open), theirs.count(closed)) == (0, 3)
    with frozen_at(CLOSES + dt.timedelta(minutes=16)):
        assert words_of(signed_in(person).get("/entries/")).count(closed) == 3
    for at, queries in ((CLOSES, 0), (late, 1), (CLOSES + dt.timedelta(hours=1), 0)):
        listed = list(entries_of(person))
        with django_assert_num_queries(queries):
            entry_rows(listed, person, at)


def test_after_closing_a_draft_is_still_there_to_read(signed_in: SignedIn) -> None:
    entry = an_entry(title="Begun")
    with frozen_at(CLOSES + dt.timedelta(seconds=1)):
        words = words_of(signed_in(entry.started_by).get("/entries/"))
    assert "Not submitted. Entries closed at 5pm on Friday 12 March 2027 (UK time)" in words
    assert "Read it" in words


def test_nobody_sees_other_peoples_entries(signed_in: SignedIn) -> None:
    category, person = a_category(), a_person()
    own, shared, foreign = an_entry(category, owner=person), an_entry(category), an_entry(category)
    a_contributor(shared, person)
    links = links_of(signed_in(person).get("/entries/"))
    assert links == {f"/entries/{own.pk}/", f"/entries/{shared.pk}/", "/workspace/"}
    assert f"/entries/{foreign.pk}/" not in links


def test_an_entry_with_more_time_is_not_closed_with_the_rest(signed_in: SignedIn) -> None:
    entry = an_entry(title="Given more time")
    an_entry(entry.category, owner=entry.started_by, title="Closed in time")
    later, by = CLOSES + dt.timedelta(days=1), director_of(entry.edition)
    extend_closing(
        entry.edition, closes_at=later, reason="Storm", by=by, at=WHILE_OPEN, entry=entry
    )
    with frozen_at(CLOSES + dt.timedelta(seconds=1)):
        words = words_of(signed_in(entry.started_by).get("/entries/"))
    assert words.count("You can submit until 5pm on Saturday 13 March 2027") == 1
    assert words.count("Entries closed at 5pm on Friday 12 March 2027") == 1


def test_the_list_costs_the_same_with_one_and_three_rows(
    signed_in: SignedIn, django_assert_num_queries: Callable[..., object]
) -> None:
    category, person = a_category(), a_person()
    browser = signed_in(person)
    for _ in range(2):
        an_entry(category, owner=person)
        with django_assert_num_queries(3):  # session, count, rows
            browser.get("/entries/")
        an_entry(category, owner=person)


def test_long_lists_are_paged_and_searched(signed_in: SignedIn) -> None:
    category, person = a_category(), a_person()
    for number in range(51):
        an_entry(category, owner=person, title=f"Project {number:02d}")
    browser = signed_in(person)
    assert (
        len(links_of(browser.get("/entries/"))) == 52
    )  # fifty rows, the next page and the workspaces
    assert "Project 00" in words_of(browser.get("/entries/?page=2"))
    found = browser.get("/entries/?find=project+07")
    assert "Project 07" in words_of(found)
    assert "Project 08" not in words_of(found)
    assert "Nothing found for “zzz”" in words_of(browser.get("/entries/?find=zzz"))


def test_a_signed_out_reader_signs_in_first(client: Client) -> None:
    response = client.get("/entries/")
    assert response["Location"] == "/sign-in/?next=%2Fentries%2F"
