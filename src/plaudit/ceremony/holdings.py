"""What a booking holds and what it costs, from its movements. Nothing here is stored."""

from __future__ import annotations

from dataclasses import dataclass

from plaudit.ceremony.models import Booking, BookingMovement
from plaudit.kit.money import vat_on


@dataclass(frozen=True)
class Amount:
    """What something costs in hundredths: before VAT, the VAT, and both. Below nothing: given back."""

    price: int = 0
    vat: int = 0

    @property
    def total(self) -> int:
        return self.price + self.vat


@dataclass(frozen=True)
class Holding:
    """How many tables and single places a booking holds, and how many places that is in all."""

    tables: int
    singles: int
    places: int


def amount_of(movement: BookingMovement, booking: Booking) -> Amount:
    """Return what the movement costs at the booking's prices, VAT rounded as on its invoice."""
    price = movement.tables * booking.table_price + movement.places * booking.place_price
    return Amount(price, vat_on(price, booking.vat_percent))


def amount_due(booking: Booking) -> Amount:
    """Return what the booking costs: the sum of its invoices and credit notes."""
    amounts = [amount_of(each, booking) for each in booking.movements.all()]
    return Amount(sum(each.price for each in amounts), sum(each.vat for each in amounts))


def holding_of(booking: Booking) -> Holding:
    """Return what the booking holds now: nothing once it is cancelled."""
    movements = list(booking.movements.all())
    tables = sum(each.tables for each in movements)
    singles = sum(each.places for each in movements)
    return Holding(tables, singles, tables * booking.places_at_table + singles)


def paid_for(booking: Booking) -> int:
    """Return what came in for the booking, less what went back, in hundredths."""
    return sum(each.amount for each in booking.payments.all())
