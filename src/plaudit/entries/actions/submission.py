"""Submitting an entry, and taking it out again."""

from __future__ import annotations

import datetime as dt
from typing import cast
from uuid import UUID

from django.db import transaction

from plaudit.entries.actions.partner_request import ask_at_submission
from plaudit.entries.actions.reminder import forget_reminders
from plaudit.entries.completeness import missing_parts
from plaudit.entries.mail import receipt_mail, withdrawal_mail
from plaudit.entries.models import (
    Entry,
    EntryStatus,
    Submission,
    Withdrawal,
)
from plaudit.entries.parts import parts_of
from plaudit.entries.references import submission_reference
from plaudit.entries.rules import may_submit, may_withdraw, remember_level
from plaudit.entries.snapshot import digest_of, snapshot_of
from plaudit.entries.statements import (
    LOCKED_ANSWERS,
    LOCKED_ENTRY,
    MADE_OR_LAST,
    MARKED,
    OWNERS_AND,
    SAVER,
    SUBMISSION,
    entry_in,
)
from plaudit.kit.rows import Row, all_rows, first_row, insert, run
from plaudit.kit.verdict import Refused, require
from plaudit.messages.actions.outbox import queue_mail
from plaudit.people.models import Person


@transaction.atomic
def submit_entry(
    entry: Entry,
    *,
    by: Person,
    at: dt.datetime,
    key: UUID,
    is_automatic: bool = False,
    opened_at: dt.datetime | None = None,
) -> Submission:
    """Submit the entry as it stands and return the submission.

    Locks the entry and its answers; returns the submission that this `key` made before, if there is one.
    Checks that the person may submit, that entries are open at `at` (the closing instant is in time, and
    the grace for a form opened at `opened_at`), and that nothing is missing. An entry that already stands
    submitted, word for word, keeps its submission. Otherwise appends a Submission with the snapshot, its
    digest and its reference, marks the entry as submitted, takes back reminders that have not left, queues a
    receipt to the person and to the owner, and mails the partners whose word is lacking.
    Raises Refused.
    """
    held = _locked(entry)
    all_rows(LOCKED_ANSWERS, [held.pk])
    last = _made_or_last(key, held)
    if last is not None and last.key == key:
        return last
    told = _told(held, by)
    parts = parts_of(held)
    require(may_submit(by, held, at, missing_parts(held, parts), opened_at))
    snapshot = snapshot_of(held, parts)
    digest = digest_of(snapshot)
    if last and held.status == EntryStatus.SUBMITTED and last.digest == digest:
        return last
    number = last.number + 1 if last else 1
    submission = Submission(
        entry=held,
        number=number,
        reference=submission_reference(held.reference, number),
        snapshot=snapshot,
        digest=digest,
        key=key,
        submitted_by=by,
        submitted_at=at,
        is_automatic=is_automatic,
    )
    insert(submission)
    _mark(entry, held, EntryStatus.SUBMITTED)
    if number == 1:
        forget_reminders(entry)
    _send_receipts(submission, told, at=at)
    ask_at_submission(held, parts, snapshot, by=by, at=at)
    return submission


def _made_or_last(key: UUID, entry: Entry) -> Submission | None:
    """Return what this form made before, or else the entry's last submission; neither with its snapshot."""
    row = first_row(MADE_OR_LAST, {"key": key, "entry": entry.pk})
    if row is None:
        return None
    found = SUBMISSION.read(row)
    if found.entry_id != entry.pk:
        raise Refused("This form belongs to another entry. Open the check page and submit again.")
    found.entry = entry
    return found


def _send_receipts(submission: Submission, told: list[Person], *, at: dt.datetime) -> None:
    subject, body = receipt_mail(submission)
    for person in told:
        queue_mail(
            "receipt",
            to=person,
            cause=submission.pk,
            subject=subject,
            body=body,
            at=at,
            attachment=("receipt", submission.pk),
        )


@transaction.atomic
def withdraw_entry(entry: Entry, *, by: Person, at: dt.datetime, reason: str = "") -> Withdrawal:
    """Take the submitted entry out of the running. Submitting again before closing puts it back in.

    Locks the entry; returns the withdrawal it has, if it is withdrawn already. Checks that the person may
    withdraw it at `at`. Appends a Withdrawal, marks the entry, and queues a mail to the person and to the
    owner. Raises Refused.
    """
    held = _locked(entry)
    last = held.submissions.order_by("-number").defer("snapshot").first()
    if last is None:
        raise Refused("This entry was never submitted, so there is nothing to withdraw.")
    if held.status == EntryStatus.WITHDRAWN:
        return last.withdrawal
    require(may_withdraw(by, held, at))
    withdrawal = Withdrawal.objects.create(
        entry=held,
        submission=last,
        withdrawn_by=by,
        withdrawn_at=at,
        reason=" ".join(reason.replace("\x00", "").split())[:300],
    )
    _mark(entry, held, EntryStatus.WITHDRAWN)
    for person in _told(held, by):
        subject, body = withdrawal_mail(withdrawal)
        queue_mail("withdrawal", to=person, cause=withdrawal.pk, subject=subject, body=body, at=at)
    return withdrawal


def _locked(entry: Entry) -> Entry:
    # A move to another category that was waited for hides the row from the statement that waited, once.
    row = first_row(LOCKED_ENTRY, [entry.pk]) or first_row(LOCKED_ENTRY, [entry.pk])
    return entry_in(cast(Row, row))


def _mark(entry: Entry, held: Entry, status: EntryStatus) -> None:
    held.status = entry.status = status
    run(MARKED, [status, held.pk])


def _told(entry: Entry, by: Person) -> list[Person]:
    """Return who hears of it: the person who did it, then each owner. Keeps the person's level for the rules."""
    owners = []
    for level, *person in all_rows(OWNERS_AND, [entry.pk, by.pk]):
        contributor = SAVER.read(tuple(person))
        if contributor.pk == by.pk:
            remember_level(entry, by, level)
        else:
            owners.append(contributor)
    return [by, *owners]
