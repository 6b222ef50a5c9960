"""Bookings, and the guests for the caterer, as tables to take away."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from plaudit.ceremony.holdings import amount_due, holding_of, paid_for
from plaudit.ceremony.queries import bookings_in, guests_in
from plaudit.kit.exports import Row
from plaudit.programmes.models import Edition

BOOKINGS_HEADER = [
    "Reference",
    "Organisation",
    "Booked by",
    "E-mail",
    "Booked",
    "State",
    "Tables",
    "Single places",
    "Places",
    "Guests named",
    "Currency",
    "Before VAT",
    "VAT",
    "Total",
    "Paid",
    "Still owed",
    "Purchase order",
    "Invoice to",
]
GUESTS_HEADER = [
    "Organisation",
    "Booking",
    "Tables booked",
    "Guest",
    "Dietary needs",
    "Access needs",
]  # fmt: skip
UNNAMED = ["", "", ""]


def bookings_rows(edition: Edition) -> Iterator[Row]:
    """Yield a row for each booking, in the order of the list; cancelled ones hold nothing."""
    for each in bookings_in(edition).iterator(chunk_size=500):
        held, due, paid = holding_of(each), amount_due(each), paid_for(each)
        yield [
            each.reference,
            each.organisation.name,
            each.booked_by.display_name,
            each.booked_by.email,
            each.booked_at.astimezone(edition.zone).replace(tzinfo=None),
            "Cancelled" if each.cancelled_at else "Booked",
            held.tables,
            held.singles,
            held.places,
            each.named,  # type: ignore[attr-defined]  # annotated
            each.currency,
            *(
                Decimal(amount).scaleb(-2)
                for amount in (due.price, due.vat, due.total, paid, due.total - paid)
            ),
            each.purchase_order,
            ", ".join(each.bill_to.splitlines()),
        ]


def guests_rows(edition: Edition) -> Iterator[Row]:
    """Yield a row for each guest, and one for each place that still has none, by organisation."""
    named: dict[object, list[list[str]]] = {}
    for guest in guests_in(edition).iterator():
        cells = [guest.name, guest.dietary, guest.access]
        named.setdefault(guest.booking_id, []).append(cells)
    for booking in bookings_in(edition).filter(cancelled_at__isnull=True):
        held = holding_of(booking)
        guests = named.get(booking.pk, [])
        for cells in [*guests, *[UNNAMED] * (held.places - len(guests))]:
            yield [booking.organisation.name, booking.reference, held.tables, *cells]
