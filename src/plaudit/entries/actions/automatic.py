"""Submitting at closing, for people who asked for it beforehand."""

from __future__ import annotations

import datetime as dt
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from django.db.models import QuerySet

from plaudit.entries.actions.submission import submit_entry
from plaudit.entries.closing import closing_for
from plaudit.entries.mail import not_submitted_mail
from plaudit.entries.models import Entry, EntryStatus
from plaudit.entries.rules import may_choose_automatic
from plaudit.kit.verdict import Refused, require
from plaudit.messages.actions.outbox import queue_mail
from plaudit.people.models import Person


@transaction.atomic
def choose_automatic(entry: Entry, *, is_wanted: bool, by: Person, at: dt.datetime) -> None:
    """Ask that the entry be submitted at closing if it is complete by then, or take that back.

    Checks that the person may submit the entry and that entries are open at `at`; locks the entry; records
    who asked. Raises Refused.
    """
    require(may_choose_automatic(by, entry, at))
    held = Entry.objects.select_for_update(no_key=True).get(pk=entry.pk)
    held.submit_at_close_by = entry.submit_at_close_by = by if is_wanted else None
    held.save(update_fields=["submit_at_close_by"])


def submit_what_was_asked(at: dt.datetime) -> tuple[int, int]:
    """Submit the entries that were to be submitted at closing. Return how many were, and how many could not be.

    Waits until closing, with any extension and grace, is over: nothing can change after that. Each entry is a
    transaction of its own and is dealt with once. The submission bears the closing instant as its time and
    the person who asked; a receipt goes out as for any other. An entry that is not complete, or whose person
    may no longer submit it, is left as it is, and that person is told why. One that stands submitted as it is
    needs nothing.
    """
    submitted = left = 0
    for key in list(_asked().values_list("pk", flat=True)):
        outcome = _submit_one(key, at)
        submitted += outcome is True
        left += outcome is False
    return submitted, left


def _asked() -> QuerySet[Entry]:
    return Entry.objects.filter(submit_at_close_by__isnull=False).exclude(
        status=EntryStatus.WITHDRAWN
    )


@transaction.atomic
def _submit_one(key: UUID, at: dt.datetime) -> bool | None:
    entry = (
        _asked()
        .select_for_update(no_key=True, skip_locked=True, of=("self",))
        .select_related("category__edition__programme", "submit_at_close_by")
        .filter(pk=key)
        .first()
    )
    if entry is None or entry.submit_at_close_by is None:
        return None
    closing = closing_for(entry)
    if at <= closing + dt.timedelta(minutes=entry.category.edition.grace_minutes):
        return None
    person = entry.submit_at_close_by
    is_submitted = True
    try:
        submit_entry(
            entry,
            by=person,
            at=closing,
            key=uuid5(NAMESPACE_URL, f"at-closing:{entry.pk}:{closing.isoformat()}"),
            is_automatic=True,
        )
    except Refused as refusal:
        is_submitted = False
        subject, body = not_submitted_mail(entry, refusal.reason)
        queue_mail("not_submitted", to=person, cause=entry.pk, subject=subject, body=body, at=at)
    Entry.objects.filter(pk=entry.pk).update(submit_at_close_by=None)
    return is_submitted
