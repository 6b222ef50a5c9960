from __future__ import annotations

import datetime as dt

import pytest

from plaudit.entries.actions.automatic import choose_automatic, submit_what_was_asked
from plaudit.entries.actions.contributor import remove_contributor
from plaudit.entries.models import ContributorLevel, Entry, EntryStatus
from plaudit.kit.verdict import Refused
from plaudit.messages.models import OutboxMessage
from tests.factories.entries import a_complete_entry, a_contributor, a_submission, an_entry
from tests.factories.programmes import CLOSES, WHILE_OPEN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]

AFTER = CLOSES + dt.timedelta(seconds=1)


def asked(entry: Entry) -> Entry:
    choose_automatic(entry, is_wanted=True, by=entry.started_by, at=WHILE_OPEN)
    return entry


def mail(kind: str) -> list[str]:
    return list(OutboxMessage.objects.filter(kind=kind).values_list("recipient", flat=True))


def test_a_complete_entry_is_submitted_as_of_closing() -> None:
    entry = asked(a_complete_entry())
    assert submit_what_was_asked(CLOSES) == (0, 0)
    assert submit_what_was_asked(AFTER) == (1, 0)
    assert submit_what_was_asked(AFTER) == (0, 0)
    submission = entry.submissions.get()
    assert (submission.submitted_at, submission.is_automatic) == (CLOSES, True)
    assert submission.submitted_by == entry.started_by
    entry.refresh_from_db()
    assert (entry.status, entry.submit_at_close_by) == (EntryStatus.SUBMITTED, None)
    assert mail("receipt") == [entry.started_by.email]


def test_the_receipt_promises_no_more_changes_once_entries_have_closed() -> None:
    asked(a_complete_entry())
    submit_what_was_asked(AFTER)
    body = OutboxMessage.objects.get(kind="receipt").body
    assert "Entries have closed. The last version you submitted is the one that is judged." in body
    assert "submit it again until" not in body


def test_the_receipt_of_an_earlier_submission_says_until_when_there_can_be_another() -> None:
    a_submission(a_complete_entry())
    body = OutboxMessage.objects.get(kind="receipt").body
    assert "submit it again until 5pm on Friday 12 March 2027" in body
    assert "Entries have closed" not in body


def test_an_incomplete_entry_is_left_and_its_person_told_why() -> None:
    entry = asked(an_entry())
    assert submit_what_was_asked(AFTER) == (0, 1)
    assert submit_what_was_asked(AFTER) == (0, 0)
    assert not entry.submissions.exists()
    (message,) = OutboxMessage.objects.filter(kind="not_submitted")
    assert message.recipient == entry.started_by.email
    assert "Choose the lead organisation." in message.body


def test_changes_after_a_submission_are_submitted_too() -> None:
    entry = a_complete_entry()
    a_submission(entry)
    Entry.objects.filter(pk=entry.pk).update(title="A better title")
    entry.refresh_from_db()
    asked(entry)
    assert submit_what_was_asked(AFTER) == (1, 0)
    assert entry.submissions.count() == 2


def test_what_stands_submitted_as_it_is_needs_nothing() -> None:
    entry = a_complete_entry()
    a_submission(entry)
    asked(entry)
    submit_what_was_asked(AFTER)
    assert entry.submissions.count() == 1


def test_it_can_be_taken_back() -> None:
    entry = asked(a_complete_entry())
    choose_automatic(entry, is_wanted=False, by=entry.started_by, at=WHILE_OPEN)
    assert submit_what_was_asked(AFTER) == (0, 0)
    assert not entry.submissions.exists()


def test_grace_is_waited_out() -> None:
    entry = asked(a_complete_entry())
    edition = entry.category.edition
    edition.grace_minutes = 10
    edition.save(update_fields=["grace_minutes"])
    assert submit_what_was_asked(AFTER) == (0, 0)
    assert submit_what_was_asked(AFTER + dt.timedelta(minutes=10)) == (1, 0)
    assert entry.submissions.get().submitted_at == CLOSES


def test_only_who_may_submit_can_ask_and_only_while_open() -> None:
    entry = a_complete_entry()
    writer = a_contributor(entry, level=ContributorLevel.WRITE)
    with pytest.raises(Refused, match="cannot submit"):
        choose_automatic(entry, is_wanted=True, by=writer, at=WHILE_OPEN)
    with pytest.raises(Refused, match="closed"):
        choose_automatic(entry, is_wanted=True, by=entry.started_by, at=AFTER)


def test_somebody_who_was_sent_away_submits_nothing() -> None:
    entry = a_complete_entry()
    person = a_contributor(entry, level=ContributorLevel.SUBMIT)
    choose_automatic(entry, is_wanted=True, by=person, at=WHILE_OPEN)
    contributor = entry.contributors.get(person=person)
    remove_contributor(contributor, by=entry.started_by, at=WHILE_OPEN)
    assert submit_what_was_asked(AFTER) == (0, 1)
    assert not entry.submissions.exists()
