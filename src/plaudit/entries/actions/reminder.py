"""Reminding people of drafts before entries close."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import QuerySet

from plaudit.entries.closing import closing_for, extended_to
from plaudit.entries.completeness import missing_parts
from plaudit.entries.extensions import extension_granted_at
from plaudit.entries.mail import reminder_mail
from plaudit.entries.models import Entry, EntryStatus
from plaudit.entries.reminders import reminder_due
from plaudit.entries.rules import SUBMITTERS
from plaudit.messages.actions.outbox import queue_mail
from plaudit.messages.models import OutboxMessage

KIND = "entry_reminder"


def remind_of_drafts(at: dt.datetime) -> int:
    """Queue the reminders that are due at `at`, as each edition decides, and return how many mails.

    Only for entries that were never submitted, to those who may submit them, and each reminder once for each
    closing, however often this runs: who was given more time is reminded of the new closing, too. Each entry is a
    transaction of its own, in which it is still found a draft.
    """
    return sum(_remind(entry, at) for entry in _drafts(at).iterator(chunk_size=200))


def forget_reminders(entry: Entry) -> None:
    """Take reminders of the entry that have not left yet out of the outbox: it has been submitted."""
    OutboxMessage.objects.filter(
        kind=KIND, cause__startswith=f"{entry.pk}:", sent_at__isnull=True
    ).delete()


def _drafts(at: dt.datetime) -> QuerySet[Entry]:
    return Entry.objects.filter(
        status=EntryStatus.DRAFT,
        edition__published_at__lte=at,
        edition__opens_at__lte=at,
        edition__judging_closes_at__gt=at,
    ).select_related("category__edition__programme", "edition")


def _remind(entry: Entry, at: dt.datetime) -> int:
    hours_before, closing = entry.category.edition.reminder_hours, closing_for(entry)
    hours = reminder_due(hours_before, closing=closing, begun_at=entry.created_at, at=at)
    if hours is None:
        return 0
    cause = f"{entry.pk}:{hours}"
    if extended_to(entry) == closing and (granted := extension_granted_at(entry, closing)):
        begun_at = max(entry.created_at, granted)
        hours = reminder_due(hours_before, closing=closing, begun_at=begun_at, at=at)
        cause = f"{entry.pk}:{hours}:{closing:%Y%m%dT%H%M%S}"
    if hours is None:
        return 0
    if OutboxMessage.objects.filter(kind=KIND, cause=cause).exists():
        return 0
    with transaction.atomic():
        held = Entry.objects.select_for_update(no_key=True).get(pk=entry.pk)
        if held.status != EntryStatus.DRAFT:
            return 0
        missing = [part.sentence for part in missing_parts(entry)]
        subject, body = reminder_mail(entry, hours, missing)
        people = entry.contributors.filter(level__in=SUBMITTERS).select_related("person")
        for each in people:
            queue_mail(KIND, to=each.person, cause=cause, subject=subject, body=body, at=at)
        return len(people)
