from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from plaudit.entries.actions.automatic import choose_automatic, submit_what_was_asked
from plaudit.entries.actions.details import change_details
from plaudit.entries.actions.reception import receive
from plaudit.judging.queries import readings_so_far
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from tests.factories.entries import a_complete_entry, a_submission, an_entry
from tests.factories.judging import a_judge, all_confirmed, allocated
from tests.factories.programmes import CLOSES, WHILE_JUDGING, WHILE_OPEN, director_of
from tests.sites.entrant.reading import words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


def status(signed_in: SignedIn, entry) -> str:  # type: ignore[no-untyped-def]
    return words_of(signed_in(entry.started_by).get(f"/entries/{entry.pk}/status/"))


def test_a_draft_is_not_received_yet(signed_in: SignedIn) -> None:
    assert "Not received yet" in status(signed_in, an_entry())


def test_received_then_checked(signed_in: SignedIn) -> None:
    submission = a_submission()
    entry = submission.entry
    assert "Checked by the organiser Not yet." in status(signed_in, entry)
    desk = director_of(entry.category.edition)
    receive(submission, is_in_order=False, note="Sign page two.", by=desk, at=WHILE_OPEN)
    assert "Something is to be put right: Sign page two." in status(signed_in, entry)
    receive(submission, is_in_order=True, by=desk, at=WHILE_OPEN)
    assert "In order, on" in status(signed_in, entry)


def test_what_was_changed_since_is_told(signed_in: SignedIn) -> None:
    submission = a_submission()
    entry = submission.entry
    assert "changed it since" not in status(signed_in, entry)
    change_details(
        entry,
        by=entry.started_by,
        at=WHILE_OPEN,
        title="Another title",
        summary=entry.summary,
        version=entry.details_version,
    )
    assert "You have changed it since. Submit again by" in status(signed_in, entry)


def test_what_was_left_to_closing_is_not_called_too_late_before_the_worker_came(
    signed_in: SignedIn,
) -> None:
    entry = a_complete_entry()
    choose_automatic(entry, is_wanted=True, by=entry.started_by, at=WHILE_OPEN)
    desk = signed_in(entry.started_by)
    words = words_of(desk.get(f"/entries/{entry.pk}/"))
    assert "Not submitted yet. We submit it for you at" in words
    late = CLOSES + dt.timedelta(seconds=1)
    with frozen_at(late):
        words = status(signed_in, entry)
        assert "We are submitting it for you, as you asked, and write to you." in words
        assert "Being submitted" in words
        assert "Not received" not in words
        submit_what_was_asked(late)
        assert "automatically at closing as you had asked" in status(signed_in, entry)


def test_read_by_some_of_the_judges_and_no_name_of_theirs(signed_in: SignedIn) -> None:
    entry = a_complete_entry()
    a_submission(entry)
    judges = [a_judge(entry.category) for _ in range(2)]
    allocated(entry.category.edition)
    (before,) = readings_so_far(entry)
    with frozen_at(WHILE_JUDGING):
        all_confirmed(judges[0])
        words = status(signed_in, entry)
    (after,) = readings_so_far(entry)
    assert (before.read, after.read, after.assigned) == (0, 1, before.assigned)
    assert f"Read by 1 of {after.assigned} judges." in words
    assert all(judge.person.name not in words for judge in judges)
