from __future__ import annotations

import datetime as dt

import pytest

from plaudit.entries.actions.automatic import choose_automatic
from plaudit.entries.actions.extension import extend_closing
from plaudit.entries.actions.reminder import remind_of_drafts
from plaudit.entries.models import ContributorLevel, Entry
from plaudit.messages.models import OutboxMessage
from tests.factories.entries import a_complete_entry, a_contributor, a_submission, an_entry
from tests.factories.programmes import CLOSES, WHILE_OPEN, director_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]

TWO_DAYS_BEFORE = CLOSES - dt.timedelta(hours=48)


def reminders() -> list[tuple[str, str]]:
    rows = OutboxMessage.objects.filter(kind="entry_reminder").order_by("subject", "recipient")
    return [(row.recipient, row.subject) for row in rows]


def test_those_who_may_submit_a_draft_hear_once_that_it_closes() -> None:
    entry = an_entry(at=WHILE_OPEN)
    a_contributor(entry, level=ContributorLevel.READ)
    a_contributor(entry, level=ContributorLevel.WRITE)
    submitter = a_contributor(entry, level=ContributorLevel.SUBMIT)
    assert remind_of_drafts(TWO_DAYS_BEFORE) == 2
    assert remind_of_drafts(TWO_DAYS_BEFORE + dt.timedelta(minutes=5)) == 0
    assert {address for address, _ in reminders()} == {entry.started_by.email, submitter.email}
    (subject,) = {subject for _, subject in reminders()}
    assert subject.endswith("closing in 2 days")


def test_the_mail_says_what_is_missing() -> None:
    an_entry()
    remind_of_drafts(TWO_DAYS_BEFORE)
    body = OutboxMessage.objects.get(kind="entry_reminder").body
    assert "- Choose the lead organisation." in body
    assert "- Write a summary of the project." in body


def test_who_left_a_complete_entry_to_closing_is_not_told_to_submit_it() -> None:
    entry = a_complete_entry()
    choose_automatic(entry, is_wanted=True, by=entry.started_by, at=WHILE_OPEN)
    remind_of_drafts(TWO_DAYS_BEFORE)
    body = OutboxMessage.objects.get(kind="entry_reminder").body
    assert "Nothing is missing.\n\nYou asked us to submit it at closing" in body


def test_a_submitted_or_withdrawn_entry_is_left_in_peace() -> None:
    a_submission(a_complete_entry())
    assert remind_of_drafts(TWO_DAYS_BEFORE) == 0
    assert reminders() == []


def test_submitting_takes_back_a_reminder_that_has_not_left() -> None:
    entry = a_complete_entry()
    remind_of_drafts(TWO_DAYS_BEFORE)
    assert len(reminders()) == 1
    a_submission(entry, at=TWO_DAYS_BEFORE)
    assert reminders() == []


def test_the_edition_decides_when() -> None:
    entry = an_entry()
    edition = entry.category.edition
    edition.reminder_hours = []
    edition.save(update_fields=["reminder_hours"])
    assert remind_of_drafts(TWO_DAYS_BEFORE) == 0


def test_nothing_goes_out_once_entries_have_closed() -> None:
    an_entry()
    assert remind_of_drafts(CLOSES) == 0
    assert remind_of_drafts(CLOSES + dt.timedelta(hours=1)) == 0


def extend(entry: Entry, until: dt.datetime, at: dt.datetime) -> None:
    edition = entry.category.edition
    extend_closing(
        edition, closes_at=until, reason="The site was away", by=director_of(edition), at=at
    )


def test_who_was_given_more_time_is_reminded_of_the_new_closing_too() -> None:
    entry = an_entry(at=WHILE_OPEN)
    new_closing = CLOSES + dt.timedelta(days=3)
    assert remind_of_drafts(CLOSES - dt.timedelta(hours=4)) == 1
    extend(entry, new_closing, at=CLOSES - dt.timedelta(hours=2))
    assert remind_of_drafts(CLOSES - dt.timedelta(hours=1)) == 0
    assert remind_of_drafts(new_closing - dt.timedelta(hours=48)) == 1
    assert remind_of_drafts(new_closing - dt.timedelta(hours=47)) == 0
    assert remind_of_drafts(new_closing - dt.timedelta(hours=4)) == 1
    assert remind_of_drafts(new_closing) == 0


def test_a_little_more_time_does_not_bring_the_last_reminder_again() -> None:
    entry = an_entry(at=WHILE_OPEN)
    assert remind_of_drafts(CLOSES - dt.timedelta(hours=4)) == 1
    extend(entry, CLOSES + dt.timedelta(minutes=30), at=CLOSES - dt.timedelta(minutes=10))
    assert remind_of_drafts(CLOSES) == 0


def test_an_extension_before_any_reminder_moves_them_all() -> None:
    entry = an_entry(at=WHILE_OPEN)
    extend(entry, CLOSES + dt.timedelta(days=1), at=CLOSES - dt.timedelta(days=10))
    assert remind_of_drafts(CLOSES - dt.timedelta(hours=168)) == 0
    assert remind_of_drafts(CLOSES - dt.timedelta(hours=144)) == 1
