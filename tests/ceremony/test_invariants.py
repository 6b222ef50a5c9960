from __future__ import annotations

from collections.abc import Callable

import pytest

from plaudit.ceremony.invariants import INVARIANTS
from plaudit.ceremony.models import Booking, BookingMovement, Event, Guest
from plaudit.kit.identifiers import new_identifier
from plaudit.rehearsal.checks import invariants
from tests.factories.ceremony import a_booking, a_free_event
from tests.factories.programmes import WHILE_OPEN

pytestmark = pytest.mark.django_db


def oversell(booking: Booking) -> None:
    Event.objects.update(tables=1, places_at_table=9)


def lose_the_places(booking: Booking) -> None:
    BookingMovement.objects.update(tables=0, places=-1)


def name_too_many(booking: Booking) -> None:
    Guest.objects.bulk_create(
        Guest(booking=booking, name="Ada", key=new_identifier()) for _ in range(11)
    )


def cancel_in_silence(booking: Booking) -> None:
    Booking.objects.update(cancelled_at=WHILE_OPEN)


def skip_a_number(booking: Booking) -> None:
    BookingMovement.objects.update(number=2)


def number_for_nothing(booking: Booking) -> None:
    Booking.objects.update(table_price=0)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (oversell, "9 places, and 10 are sold"),
        (lose_the_places, "stands and holds -1 places"),
        (name_too_many, "names 11 guests for 10 places"),
        (cancel_in_silence, "its cancellation disagree"),
        (skip_a_number, "have a gap before 2"),
        (number_for_nothing, "has a number for nothing"),
    ],
)
def test_what_cannot_be_is_found(spoil: Callable[[Booking], None], said: str) -> None:
    booking = a_booking()
    assert [each for invariant in INVARIANTS for each in invariant()] == []
    spoil(booking)
    assert said in " ".join(each for invariant in INVARIANTS for each in invariant())


def test_doctor_and_rehearsal_ask_them_all() -> None:
    a_booking(a_free_event())
    assert set(INVARIANTS) <= set(invariants())
