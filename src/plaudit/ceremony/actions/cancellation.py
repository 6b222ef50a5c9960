from __future__ import annotations

import datetime as dt

from django.db import transaction

from plaudit.ceremony.actions.booking import CHANGED_MEANWHILE, append_movement, locked_both
from plaudit.ceremony.actions.reminder import forget_name_reminders
from plaudit.ceremony.holdings import holding_of
from plaudit.ceremony.mail import tell_of_cancellation
from plaudit.ceremony.models import Booking, BookingCancellation
from plaudit.ceremony.rules import may_change_booking, may_run_ceremony
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person


@transaction.atomic
def give_up_booking(
    booking: Booking, *, version: int, by: Person, at: dt.datetime, reason: str = ""
) -> BookingCancellation:
    """Cancel the booking for its organisation. A second call returns the first's cancellation.

    Checks that `by` leads its awards, that booking is open at `at`, and that the booking is still at `version`.
    Then as `cancel_booking`. Raises Refused.
    """
    made = BookingCancellation.objects.filter(booking=booking).first()
    if made is not None:
        return made
    require(may_change_booking(by, booking, at))
    return _cancel(booking, version=version, by=by, at=at, reason=reason)


@transaction.atomic
def cancel_booking(
    booking: Booking, *, version: int, by: Person, at: dt.datetime, reason: str
) -> BookingCancellation:
    """Cancel the booking for the organiser. A second call returns the first's cancellation.

    Checks that `by` runs the ceremony, that there is a reason, and that the booking is still at `version`.
    Locks the event, then the booking. Appends a movement that gives everything back and the cancellation,
    deletes the guests and reminders that have not left, and queues mail to the organisation's awards leads and
    the organiser. Raises Refused.
    """
    require(may_run_ceremony(by, booking.event.edition))
    made = BookingCancellation.objects.filter(booking=booking).first()
    if made is not None:
        return made
    if not reason.strip():
        raise Refused("Say why the booking is cancelled. The organisation reads it.")
    return _cancel(booking, version=version, by=by, at=at, reason=reason)


def _cancel(
    booking: Booking, *, version: int, by: Person, at: dt.datetime, reason: str
) -> BookingCancellation:
    event, locked = locked_both(booking)
    made = BookingCancellation.objects.filter(booking=booking).first()
    if made is not None:
        return made
    if locked.version != version:
        raise Refused(CHANGED_MEANWHILE)
    held = holding_of(locked)
    movement = append_movement(
        event, locked, -held.tables, -held.singles, by=by, at=at, key=new_identifier()
    )
    cancellation = BookingCancellation.objects.create(
        booking=locked,
        reason=" ".join(reason.replace("\x00", "").split())[:300],
        cancelled_by=by,
        cancelled_at=at,
    )
    locked.guests.all().delete()
    forget_name_reminders(locked)
    locked.cancelled_at = at
    locked.version += 1
    locked.save(update_fields=["cancelled_at", "version"])
    tell_of_cancellation(locked, movement, cancellation, at=at)
    return cancellation
