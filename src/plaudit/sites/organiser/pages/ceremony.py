"""The words of the pages about the ceremony and its bookings."""

from __future__ import annotations

import datetime as dt
from typing import Any

from plaudit.ceremony.holdings import amount_due, amount_of, holding_of, paid_for
from plaudit.ceremony.models import Booking, Event
from plaudit.ceremony.papers import paper_name
from plaudit.ceremony.queries import sales_in, who_is_untold
from plaudit.ceremony.rules import Sale, is_on_sale, sale_of
from plaudit.ceremony.wording import (
    change_in_words,
    counted,
    held_in_words,
    is_free,
    moved_in_words,
    price_in_words,
    tables_and_places,
)
from plaudit.kit.dates import minute_moment, moment, short_day
from plaudit.kit.money import money


def event_page(event: Event, at: dt.datetime) -> dict[str, Any]:
    """Return where the sale stands, what is sold, and the event's facts."""
    zone, sold = event.zone, sales_in(event)
    starts_at, currency = event.edition.ceremony_at, event.currency
    return {
        "name": event.name,
        "state": _state(event, at),
        "untold": _untold(event, at),
        "figures": [
            (sold["bookings"], "booking" if sold["bookings"] == 1 else "bookings"),
            (sold["places"], f"of {event.capacity:,} places booked"),
            (sold["named"], "guest named" if sold["named"] == 1 else "guests named"),
        ],
        "facts": [
            ("Begins", moment(starts_at, zone) if starts_at else "To be announced"),
            ("Where", ", ".join(filter(None, [event.edition.venue, *event.address.splitlines()])) or "To be announced"),
            ("On sale", f"{event.tables} tables of {event.places_at_table}, {event.capacity:,} places"),
            ("A table", price_in_words(event.table_price, currency, event.vat_percent)),
            ("A single place", price_in_words(event.place_price, currency, event.vat_percent)),
            ("Names of guests by", moment(event.names_due_at, zone)),
        ],
    }  # fmt: skip


def _untold(event: Event, at: dt.datetime) -> str:
    """Return how many who asked have not heard that tables are on sale; nothing while none are, or all have."""
    waiting = len(who_is_untold(event)) if is_on_sale(event, at) else 0
    asked = counted(waiting, "person who asked has", "people who asked have")
    return f"{asked} not heard that tables are on sale." if waiting else ""


def _state(event: Event, at: dt.datetime) -> str:
    match sale_of(event, at):
        case Sale.OPEN:
            return f"On sale until {moment(event.booking_closes_at, event.zone)}."
        case Sale.UNPUBLISHED:
            return "The edition is not published, so nobody can book yet."
        case Sale.CLOSED:
            return f"Booking closed at {moment(event.booking_closes_at, event.zone)}."
        case _:
            return is_on_sale(event, at).reason


def booking_row(booking: Any) -> dict[str, Any]:
    """Return a booking of `bookings_in` as the list shows it."""
    held, due, paid = holding_of(booking), amount_due(booking).total, paid_for(booking)
    return {
        "id": booking.pk,
        "reference": booking.reference,
        "organisation": booking.organisation.name,
        "by": booking.booked_by.display_name,
        "holds": tables_and_places(held.tables, held.singles).capitalize(),
        "named": f"{booking.named} of {held.places}",
        "total": "Free" if is_free(booking) else money(due, booking.currency),
        "state": "Cancelled" if booking.cancelled_at else "Booked",
        "is_live": booking.cancelled_at is None,
        "paid": _paid(booking, due, paid),
        "is_paid": bool(due) and paid == due,
    }


def _paid(booking: Booking, due: int, paid: int) -> str:
    """Return "Paid", what is owed either way, or nothing where nothing is due."""
    if paid < due:
        return f"{money(due - paid, booking.currency)} owed"
    if paid > due:
        return f"{money(paid - due, booking.currency)} to give back"
    return "Paid" if due else ""


def booking_page(booking: Any) -> dict[str, Any]:
    """Return a booking of `bookings_in` with its papers and what came in."""
    zone, currency = booking.event.zone, booking.currency
    due, paid, held = amount_due(booking), paid_for(booking), holding_of(booking)
    owed = due.total - paid
    facts = [
        ("Booked by", f"{booking.booked_by.display_name}, {booking.booked_by.email}"),
        ("Booked", minute_moment(booking.booked_at, zone)),
        ("Holds", held_in_words(held).capitalize()),
        ("Guests named", f"{booking.named} of {held.places}"),
    ]
    if not is_free(booking):
        facts += [
            ("Total, with VAT", money(due.total, currency)),
            ("Still owed", money(owed, currency) if owed > 0 else "Nothing"),
            ("Purchase order", booking.purchase_order or "None"),
            ("Invoice to", ", ".join(booking.bill_to.splitlines()) or booking.organisation.name),
        ]
    return {
        "reference": booking.reference,
        "organisation": booking.organisation.name,
        "state": _state_of(booking),
        "is_live": booking.cancelled_at is None,
        "version": booking.version,
        "facts": facts,
        "owed": money(owed, currency) if owed > 0 else "",
        "over": money(-owed, currency) if owed < 0 else "",
        "papers": [
            {
                "id": each.pk,
                "name": paper_name(each, booking),
                "what": moved_in_words(each),
                "day": short_day(each.moved_at, zone),
                "total": money(amount_of(each, booking).total, currency),
            }
            for each in booking.movements.all()
        ],
        "received": [
            (
                f"{money(abs(each.amount), currency)} {'came in' if each.amount > 0 else 'given back'}",
                minute_moment(each.recorded_at, zone),
                each.note,
            )
            for each in booking.payments.all()
        ],
    }


def change_lines(booking: Booking) -> list[str]:
    """Return who of the organiser's people changed which part of a guest, and when: a line for each."""
    zone = booking.event.zone
    return [
        f"{each.changed_by.display_name} changed {change_in_words(each)}, {minute_moment(each.changed_at, zone)}"
        for each in booking.guest_changes.select_related("changed_by")
    ]


def _state_of(booking: Any) -> str:
    if booking.cancelled_at is None:
        return ""
    reason = f" {booking.cancellation.reason}" if booking.cancellation.reason else ""
    return f"Cancelled at {minute_moment(booking.cancelled_at, booking.event.zone)}.{reason}"
