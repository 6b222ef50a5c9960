"""Reminding organisations of places that have no guest yet, before names are due."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import QuerySet

from plaudit.ceremony.actions.booking import locked_booking
from plaudit.ceremony.holdings import holding_of
from plaudit.ceremony.mail import leads_to_tell, names_reminder_mail
from plaudit.ceremony.models import Booking
from plaudit.entries.reminders import reminder_due
from plaudit.messages.actions.outbox import queue_mail
from plaudit.messages.models import OutboxMessage

KIND = "names_reminder"
HOURS_BEFORE = (7 * 24, 2 * 24)


def remind_of_names(at: dt.datetime) -> int:
    """Queue the reminders that are due at `at`, a week and two days before names are, and return how many mails.

    Only for bookings that stand and have places without a guest, to the organisation's awards leads, and each
    reminder once, however often this runs. A booking made after a reminder's moment does not get that one, and
    whoever was away for both gets the later. Each booking is a transaction of its own, in which it is locked.
    """
    return sum(_remind(booking, at) for booking in _bookings(at).iterator(chunk_size=200))


def forget_name_reminders(booking: Booking) -> None:
    """Take reminders of the booking that have not left yet out of the outbox: there is nothing to remind of."""
    OutboxMessage.objects.filter(
        kind=KIND, cause__startswith=f"{booking.pk}:", sent_at__isnull=True
    ).delete()


def _bookings(at: dt.datetime) -> QuerySet[Booking]:
    return Booking.objects.filter(
        cancelled_at__isnull=True,
        event__edition__published_at__lte=at,
        event__names_due_at__gt=at,
        event__names_due_at__lte=at + dt.timedelta(hours=max(HOURS_BEFORE)),
    ).select_related("event")


def _remind(booking: Booking, at: dt.datetime) -> int:
    due_at = booking.event.names_due_at
    hours = reminder_due(HOURS_BEFORE, closing=due_at, begun_at=booking.booked_at, at=at)
    cause = f"{booking.pk}:{hours}"
    if hours is None or OutboxMessage.objects.filter(kind=KIND, cause=cause).exists():
        return 0
    with transaction.atomic():
        held = locked_booking(booking)
        unnamed = holding_of(held).places - held.guests.count()
        if held.cancelled_at is not None or unnamed <= 0:
            return 0
        subject, body = names_reminder_mail(held, unnamed, at)
        people = leads_to_tell(held)
        for person in people:
            queue_mail(KIND, to=person, cause=cause, subject=subject, body=body, at=at)
        return len(people)
