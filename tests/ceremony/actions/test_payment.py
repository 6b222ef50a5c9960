from __future__ import annotations

from typing import Any

import pytest

from plaudit.ceremony.actions.cancellation import give_up_booking
from plaudit.ceremony.actions.payment import record_booking_payment
from plaudit.ceremony.holdings import paid_for
from plaudit.ceremony.models import Booking, BookingPayment
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.verdict import Refused
from tests.factories.ceremony import a_booking, a_free_event
from tests.factories.programmes import WHILE_OPEN, director_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]


def pay(booking: Booking, amount: int, **given: Any) -> BookingPayment:
    by = director_of(booking.event.edition)
    given = {"by": by, "at": WHILE_OPEN, "key": new_identifier()} | given
    return record_booking_payment(booking, amount=amount, **given)


def test_money_is_noted_up_to_what_is_owed() -> None:
    booking = a_booking()
    pay(booking, 50_000, note=" by  bank ")
    for wrong in (0, -1, 70_001):
        with pytest.raises(Refused, match=r"up to £700\.00, which is still owed"):
            pay(booking, wrong)
    pay(booking, 70_000)
    with pytest.raises(Refused, match="Nothing is owed"):
        pay(booking, 1)
    assert [each.note for each in booking.payments.all()] == ["by bank", ""]


def test_noted_twice_is_noted_once() -> None:
    booking, key = a_booking(), new_identifier()
    assert pay(booking, 10, key=key) == pay(booking, 10, key=key)
    assert paid_for(Booking.objects.get()) == 10


def test_what_came_in_too_much_is_given_back() -> None:
    booking = a_booking()
    pay(booking, 120_000)
    give_up_booking(booking, version=1, by=booking.booked_by, at=WHILE_OPEN)
    with pytest.raises(Refused, match=r"up to £1,200\.00, which is still to be given back"):
        pay(booking, 120_001)
    assert pay(booking, 120_000).amount == -120_000
    assert paid_for(Booking.objects.get()) == 0


def test_nothing_is_paid_for_a_free_event_and_nobody_else_notes_money() -> None:
    with pytest.raises(Refused, match="Nothing is owed"):
        pay(a_booking(a_free_event()), 1)
    booking = a_booking()
    with pytest.raises(Refused, match="not on the team"):
        pay(booking, 1, by=booking.booked_by)


def test_payments_stay_as_they_were_noted() -> None:
    payment = pay(a_booking(), 10)
    for act in (payment.save, payment.delete):
        with pytest.raises(TypeError, match="append-only"):
            act()
