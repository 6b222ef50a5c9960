"""The paper of each movement of a booking, as a tagged PDF: an invoice, a credit note or a confirmation."""

from __future__ import annotations

import datetime as dt
from typing import Any

from plaudit.ceremony.holdings import amount_of, holding_of
from plaudit.ceremony.models import Booking, BookingMovement
from plaudit.ceremony.wording import held_in_words
from plaudit.kit.dates import moment, short_day
from plaudit.kit.money import money
from plaudit.kit.pdf import INVOICE, typeset
from plaudit.messages.attachments import MailFile


def paper_kind(movement: BookingMovement, booking: Booking) -> str:
    """Return "Invoice" where money is due for the movement, "Credit note" where it is due back."""
    total = amount_of(movement, booking).total
    if not total:
        return "Confirmation"
    return "Invoice" if total > 0 else "Credit note"


def paper_number(movement: BookingMovement, booking: Booking) -> str:
    """Return "PA27-TAB-0007", the paper's own number; of a confirmation, the booking's reference."""
    if movement.number is None:
        return booking.reference
    return f"{booking.event.stem}-TAB-{movement.number:04}"


def paper_name(movement: BookingMovement, booking: Booking) -> str:
    """Return "Invoice PA27-TAB-0007"."""
    return f"{paper_kind(movement, booking)} {paper_number(movement, booking)}"


def paper_pdf(movement: BookingMovement, booking: Booking) -> bytes:
    """Return the paper. Raises kit.pdf.typesetting.NotTypeset."""
    return typeset(INVOICE, paper_data(movement, booking), at=movement.moved_at)


def paper_file(identifier: str) -> MailFile:
    """Return the paper of the movement with this identifier, as it goes with the mail."""
    movement = BookingMovement.objects.select_related(
        "booking__event__edition__programme", "booking__organisation"
    ).get(pk=identifier)
    name = f"{paper_number(movement, movement.booking)}.pdf"
    return MailFile(name, paper_pdf(movement, movement.booking), "application/pdf")


def paper_data(movement: BookingMovement, booking: Booking) -> dict[str, Any]:
    """Return what the template shows, in words."""
    event, amount = booking.event, amount_of(movement, booking)
    programme = event.edition.programme
    is_invoice = amount.total > 0
    return {
        "title": paper_name(movement, booking),
        "seller": event.seller.splitlines() or [programme.organiser_name or programme.name],
        "bill_to": booking.bill_to.splitlines() or [booking.organisation.name],
        "facts": list(_facts(movement, booking)),
        "lines": _lines(movement, booking),
        "total": ("Total", money(amount.total, booking.currency)),
        "pay_to": event.pay_to.splitlines() if is_invoice else [],
        "state": _state(movement, booking),
    }


def _facts(movement: BookingMovement, booking: Booking) -> list[tuple[str, str]]:
    event, zone, total = booking.event, booking.event.zone, amount_of(movement, booking).total
    date = "Date and tax point" if total else "Date"
    facts = [(date, short_day(movement.moved_at, zone)), ("Booking", booking.reference)]
    starts_at, venue = event.edition.ceremony_at, event.edition.venue
    place = ", ".join(filter(None, [venue, *event.address.splitlines()]))
    facts.append(("For", event.name))
    if starts_at is not None:
        facts.append(("When", moment(starts_at, zone)))
    if place:
        facts.append(("Where", place))
    if total and event.vat_number:
        facts.append(("VAT number", event.vat_number))
    if booking.purchase_order:
        facts.append(("Purchase order", booking.purchase_order))
    if total > 0:
        due = movement.moved_at + dt.timedelta(days=event.payment_days)
        facts.append(("To be paid by", short_day(due, zone)))
    return facts


def _lines(movement: BookingMovement, booking: Booking) -> list[tuple[str, str]]:
    lines, currency = [], booking.currency
    for number, price, what in (
        (movement.tables, booking.table_price, f"Tables of {booking.places_at_table}"),
        (movement.places, booking.place_price, "Single places"),
    ):
        if number:
            given_back = " given back" if number < 0 else ""
            each = f" at {money(price, currency)}" if price else ""
            text = f"{what}{given_back}: {abs(number)}{each}"
            lines.append((text, money(number * price, currency)))
    amount = amount_of(movement, booking)
    if amount.total:
        rate = f"{booking.vat_percent.normalize():f}"
        lines.append((f"VAT at {rate}%", money(amount.vat, currency)))
    return lines


def _state(movement: BookingMovement, booking: Booking) -> str:
    if booking.cancelled_at is not None:
        return "The booking is cancelled."
    if movement.number is None:
        return f"There is nothing to pay. The booking holds {held_in_words(holding_of(booking))}."
    return ""
