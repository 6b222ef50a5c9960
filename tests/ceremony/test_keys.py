from __future__ import annotations

from collections.abc import Callable

import pytest

from plaudit.ceremony.actions.booking import Billing, Wanted, book, change_booking, prices_of
from plaudit.ceremony.actions.guest import add_guests
from plaudit.ceremony.actions.payment import record_booking_payment
from plaudit.ceremony.guest_list import Named
from plaudit.ceremony.models import Booking
from plaudit.kit.verdict import Refused
from tests.factories.ceremony import a_booking, a_lead, an_event
from tests.factories.people import an_organisation
from tests.factories.programmes import WHILE_OPEN, director_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]


def test_a_key_of_another_booking_does_nothing() -> None:
    event = an_event(tables=9)
    one, other, trust = a_booking(event), a_booking(event), an_organisation()
    key, by, at = other.key, one.booked_by, WHILE_OPEN
    guests = add_guests(one, [Named("Ada")], by=by, at=at, key=key)
    lead, desk = a_lead(event, trust), director_of(event.edition)
    acts: list[Callable[[], object]] = [
        lambda: change_booking(one, Wanted(2), version=1, by=by, at=at, key=key),
        lambda: record_booking_payment(one, amount=1, by=desk, at=at, key=key),
        lambda: book(
            event, trust, Wanted(1), Billing(), seen=prices_of(event), by=lead, at=at, key=key
        ),
        lambda: add_guests(other, [Named("Ada")], by=other.booked_by, at=at, key=key),
    ]
    for act in acts:
        with pytest.raises(Refused, match="sent from another page"):
            act()
    assert Booking.objects.count() == 2
    assert [each.name for each in guests] == ["Ada"]
