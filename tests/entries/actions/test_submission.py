from __future__ import annotations

import datetime as dt
from uuid import uuid4

import pytest

from plaudit.entries.actions.answer import save_answer
from plaudit.entries.actions.submission import submit_entry, withdraw_entry
from plaudit.entries.models import ContributorLevel, Entry, EntryStatus
from plaudit.entries.snapshot import digest_of
from plaudit.kit.verdict import Refused
from plaudit.messages.models import OutboxMessage
from tests.factories.entries import a_complete_entry, a_contributor, a_submission, an_entry
from tests.factories.people import a_person
from tests.factories.programmes import CLOSES, WHILE_OPEN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]

SECOND = dt.timedelta(seconds=1)


def rewrite(entry: Entry, text: str) -> None:
    answer = entry.answers.select_related("criterion").first()
    save_answer(
        entry,
        answer.criterion,
        by=entry.started_by,
        at=WHILE_OPEN,
        text=text,
        version=answer.version,
    )


def test_a_submission_keeps_the_entry_as_it_stood() -> None:
    entry = a_complete_entry()
    submission = a_submission(entry)
    rewrite(entry, "Changed afterwards.")
    submission.refresh_from_db()
    assert submission.reference == f"{entry.reference}/1"
    assert submission.digest == digest_of(submission.snapshot)
    assert "Changed afterwards." not in str(submission.snapshot)
    assert entry.status == EntryStatus.SUBMITTED


def test_the_same_key_submits_once() -> None:
    entry, key = a_complete_entry(), uuid4()
    first = a_submission(entry, key=key)
    assert a_submission(entry, key=key) == first
    assert a_submission(entry, key=key, at=CLOSES + SECOND) == first
    assert entry.submissions.count() == 1


def test_another_entrys_key_is_refused() -> None:
    key = uuid4()
    a_submission(a_complete_entry(), key=key)
    with pytest.raises(Refused, match="another entry"):
        a_submission(a_complete_entry(), key=key)


def test_an_unchanged_entry_keeps_its_submission_and_a_changed_one_gets_a_new_one() -> None:
    entry = a_complete_entry()
    first = a_submission(entry)
    assert a_submission(entry) == first
    rewrite(entry, "Better now.")
    second = a_submission(entry)
    assert (second.number, second.reference) == (2, f"{entry.reference}/2")
    assert second.digest != first.digest


def test_the_receipt_goes_to_who_submitted_and_to_the_owner() -> None:
    entry = a_complete_entry()
    submitter = a_contributor(entry, level=ContributorLevel.SUBMIT)
    a_contributor(entry, level=ContributorLevel.WRITE)
    submission = submit_entry(entry, by=submitter, at=WHILE_OPEN, key=uuid4())
    mails = OutboxMessage.objects.filter(kind="receipt")
    assert {mail.recipient for mail in mails} == {submitter.email, entry.started_by.email}
    for mail in mails:
        assert submission.reference in mail.body
        assert submission.digest in mail.body
        assert "10am on Monday 1 February 2027 (UK time)" in mail.body


@pytest.mark.parametrize("level", [ContributorLevel.READ, ContributorLevel.WRITE, None])
def test_only_some_levels_submit(level: str | None) -> None:
    entry = a_complete_entry()
    person = a_contributor(entry, level=level) if level else a_person()
    with pytest.raises(Refused, match="cannot submit"):
        submit_entry(entry, by=person, at=WHILE_OPEN, key=uuid4())
    assert entry.submissions.count() == 0


def test_an_incomplete_entry_is_refused_with_what_is_missing() -> None:
    with pytest.raises(Refused, match="Give the project a title") as refusal:
        a_submission(an_entry())
    assert "Choose the lead organisation." in str(refusal.value)


@pytest.mark.parametrize(
    ("after_closing", "is_in_time"), [(-SECOND, True), (0 * SECOND, True), (SECOND, False)]
)
def test_the_deadline_is_exact_to_the_second(after_closing: dt.timedelta, is_in_time: bool) -> None:
    entry, at = a_complete_entry(), CLOSES + after_closing
    if is_in_time:
        assert a_submission(entry, at=at).submitted_at == at
    else:
        with pytest.raises(Refused, match="Entries closed at 5pm on Friday 12 March 2027"):
            a_submission(entry, at=at)


def test_a_category_may_close_at_an_hour_of_its_own() -> None:
    entry = a_complete_entry()
    entry.category.closes_at = WHILE_OPEN
    entry.category.save()
    a_submission(entry, at=WHILE_OPEN)
    with pytest.raises(Refused):
        a_submission(a_complete_entry(entry.category), at=WHILE_OPEN + SECOND)


def test_a_withdrawn_entry_can_be_submitted_again_until_closing() -> None:
    entry = a_complete_entry()
    first = a_submission(entry)
    by = entry.started_by
    withdrawal = withdraw_entry(entry, by=by, at=WHILE_OPEN, reason=" Not\x00 ready ")
    assert (withdrawal.submission, withdrawal.reason) == (first, "Not ready")
    assert withdraw_entry(entry, by=by, at=WHILE_OPEN) == withdrawal
    assert entry.status == EntryStatus.WITHDRAWN
    assert a_submission(entry).number == 2
    assert entry.status == EntryStatus.SUBMITTED
    assert OutboxMessage.objects.filter(kind="withdrawal").count() == 1


def test_withdrawing_has_its_rules() -> None:
    draft, entry = a_complete_entry(), a_complete_entry()
    a_submission(entry)
    writer = a_contributor(entry, level=ContributorLevel.WRITE)
    with pytest.raises(Refused, match="nothing to withdraw"):
        withdraw_entry(draft, by=draft.started_by, at=WHILE_OPEN)
    with pytest.raises(Refused, match="cannot withdraw"):
        withdraw_entry(entry, by=writer, at=WHILE_OPEN)
    with pytest.raises(Refused, match="write to the organiser"):
        withdraw_entry(entry, by=entry.started_by, at=CLOSES + SECOND)
    assert entry.status == EntryStatus.SUBMITTED
