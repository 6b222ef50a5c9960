from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction

from plaudit.ceremony.actions.booking import locked_booking
from plaudit.ceremony.holdings import amount_due, paid_for
from plaudit.ceremony.keys import require_unused
from plaudit.ceremony.models import Booking, BookingPayment
from plaudit.ceremony.rules import may_run_ceremony
from plaudit.kit.money import money
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person


@transaction.atomic
def record_booking_payment(
    booking: Booking, *, amount: int, note: str = "", by: Person, at: dt.datetime, key: UUID
) -> BookingPayment:
    """Note that money came in for a booking, in hundredths; or went back, where more came in than is due.

    A second call with `key` returns the first's. Checks that `by` runs the ceremony, and that the amount is more
    than nothing and no more than is owed, either way. Locks the booking. Raises Refused.
    """
    require(may_run_ceremony(by, booking.event.edition))
    locked = locked_booking(booking)
    made = BookingPayment.objects.filter(key=key, booking=locked).first()
    if made is not None:
        return made
    require_unused([key])
    owed = amount_due(locked).total - paid_for(locked)
    if not owed:
        raise Refused("Nothing is owed for this booking.")
    if not 0 < amount <= abs(owed):
        still, way = money(abs(owed), locked.currency), "owed" if owed > 0 else "to be given back"
        raise Refused(f"Enter an amount of up to {still}, which is still {way}.")
    return BookingPayment.objects.create(
        booking=locked,
        amount=amount if owed > 0 else -amount,
        note=" ".join(note.replace("\x00", "").split())[:200],
        recorded_by=by,
        recorded_at=at,
        key=key,
    )
