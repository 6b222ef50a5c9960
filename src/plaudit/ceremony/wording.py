"""How many tables, places and guests, in words."""

from __future__ import annotations

from plaudit.ceremony.holdings import Holding
from plaudit.ceremony.models import Booking, BookingMovement, GuestChange
from plaudit.kit.money import money


def counted(number: int, one: str, many: str) -> str:
    """Return "1 table" or "1,200 tables"."""
    return f"{number:,} {one if number == 1 else many}"


def tables_and_places(tables: int, singles: int) -> str:
    """Return "2 tables and 3 single places", "1 table", "4 single places" or "nothing"."""
    parts = []
    if tables:
        parts.append(counted(tables, "table", "tables"))
    if singles:
        parts.append(counted(singles, "single place", "single places"))
    return " and ".join(parts) or "nothing"


def held_in_words(holding: Holding) -> str:
    """Return "2 tables and 3 single places, 23 places in all"."""
    held = tables_and_places(holding.tables, holding.singles)
    if not holding.tables:
        return held
    return f"{held}, {counted(holding.places, 'place', 'places')} in all"


def moved_in_words(movement: BookingMovement) -> str:
    """Return "1 table taken", or "1 table taken, 2 single places given back"."""
    taken = tables_and_places(max(0, movement.tables), max(0, movement.places))
    back = tables_and_places(max(0, -movement.tables), max(0, -movement.places))
    parts = [f"{taken} taken"] if taken != "nothing" else []
    return ", ".join([*parts, *([f"{back} given back"] if back != "nothing" else [])])


def change_in_words(change: GuestChange) -> str:
    """Return "a guest’s name", "a guest’s needs" or "a guest’s name and needs"."""
    parts = ["name"] if change.name_changed else []
    return f"a guest’s {' and '.join([*parts, *(['needs'] if change.needs_changed else [])])}"


def price_in_words(amount: int, currency: str, vat_percent: object = 0) -> str:
    """Return "£1,200.00 plus VAT", "£90.00" where no VAT is due, or "free"."""
    if not amount:
        return "free"
    return f"{money(amount, currency)}{' plus VAT' if vat_percent else ''}"


def is_free(booking: Booking) -> bool:
    """Whether nothing at all is ever due for the booking."""
    return not (booking.table_price or booking.place_price)
