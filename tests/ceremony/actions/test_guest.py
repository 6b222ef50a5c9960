from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from plaudit.ceremony.actions.guest import add_guests, change_guest, forget_needs, remove_guest
from plaudit.ceremony.guest_list import Named
from plaudit.ceremony.invariants import INVARIANTS
from plaudit.ceremony.models import Booking, Guest
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.verdict import Refused
from plaudit.messages.models import OutboxMessage
from tests.factories.ceremony import MOMENT, NAMES_DUE, a_booking, a_guest, an_event
from tests.factories.people import a_person
from tests.factories.programmes import WHILE_OPEN, director_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]

DAY = dt.timedelta(days=1)
ADA, BO, CY = Named("Ada", "vegan", "ramp"), Named("Bo"), Named("Cy")


def add(booking: Booking, *guests: Named, **given: Any) -> list[Guest]:
    given = {"by": booking.booked_by, "at": WHILE_OPEN, "key": new_identifier()} | given
    return add_guests(booking, guests, **given)


def names(booking: Booking) -> list[str]:
    return list(booking.guests.values_list("name", flat=True))


def test_guests_are_named_up_to_the_places() -> None:
    booking = a_booking(tables=0, places=3)
    add(booking, ADA, BO)
    with pytest.raises(Refused, match="1 place is without a guest, and you named 2"):
        add(booking, CY, Named("Dee"))
    add(booking, CY)
    with pytest.raises(Refused, match="All 3 places have a guest"):
        add(booking, Named("Dee"))
    assert names(booking) == ["Ada", "Bo", "Cy"]


def test_sent_twice_is_named_once_and_other_guests_are_not_lost() -> None:
    booking, key = a_booking(), new_identifier()
    first, second = (add(booking, ADA, BO, key=key) for _ in range(2))
    assert {each.pk for each in first} == {each.pk for each in second}
    more, allergic = (ADA, BO, CY), (Named("Ada", "no nuts", "ramp"), BO)
    for other in ((CY,), more, allergic):
        with pytest.raises(Refused, match="sent before"):
            add(booking, *other, key=key)
    assert names(booking) == ["Ada", "Bo"]


def test_a_list_with_a_fault_names_nobody_and_says_which_line() -> None:
    booking = a_booking()
    for wrong, said in (
        (Named("", "vegan"), "Line 2: Enter"),
        (Named("x" * 121), "Line 2: A name"),
    ):
        with pytest.raises(Refused, match=said):
            add(booking, ADA, wrong)
    with pytest.raises(Refused, match="Name a guest"):
        add(booking)
    assert names(booking) == []


def test_names_can_be_changed_until_the_day_said_and_not_at_it() -> None:
    booking = a_booking()
    guest = a_guest(booking)
    by = booking.booked_by
    changed = change_guest(guest, BO, version=1, by=by, at=NAMES_DUE - MOMENT)
    assert (changed.name, changed.version) == ("Bo", 2)
    with pytest.raises(Refused, match="Somebody has changed this guest"):
        change_guest(guest, CY, version=1, by=by, at=WHILE_OPEN)
    with pytest.raises(Refused, match="Enter the guest's name"):
        change_guest(guest, Named(""), version=2, by=by, at=WHILE_OPEN)
    for act in (
        lambda: add(booking, CY, at=NAMES_DUE),
        lambda: change_guest(guest, CY, version=2, by=by, at=NAMES_DUE),
        lambda: remove_guest(guest, by=by, at=NAMES_DUE),
    ):
        with pytest.raises(Refused, match="Names were due"):
            act()
    assert names(booking) == ["Bo"]


def test_a_guest_who_is_removed_leaves_nothing_behind() -> None:
    booking = a_booking()
    guest = a_guest(booking, dietary="vegan")
    for _ in range(2):
        remove_guest(guest, by=booking.booked_by, at=WHILE_OPEN)
    assert not Guest.objects.exists()
    with pytest.raises(Refused, match="removed meanwhile"):
        change_guest(guest, CY, version=1, by=booking.booked_by, at=WHILE_OPEN)


def test_while_places_can_be_given_back_so_can_guests_be_taken_off() -> None:
    event = an_event(names_due_at=NAMES_DUE, booking_closes_at=NAMES_DUE + 2 * DAY)
    booking = a_booking(event)
    guest = a_guest(booking)
    with pytest.raises(Refused, match="Names were due"):
        change_guest(guest, BO, version=1, by=booking.booked_by, at=NAMES_DUE + DAY)
    with pytest.raises(Refused, match="Names were due"):
        remove_guest(guest, by=booking.booked_by, at=NAMES_DUE + 2 * DAY)
    remove_guest(guest, by=booking.booked_by, at=NAMES_DUE + DAY)
    assert names(booking) == []


def test_what_guests_ate_and_needed_is_forgotten_a_month_after_the_ceremony() -> None:
    booking = a_booking()
    add(booking, ADA, BO)
    ends = booking.event.edition.ceremony_at
    assert ends is not None
    assert forget_needs(at=ends + 30 * DAY) == 0
    assert forget_needs(at=ends + 30 * DAY + MOMENT) == 1
    assert {(each.name, each.dietary, each.access) for each in booking.guests.all()} == {
        ("Ada", "", ""),
        ("Bo", "", ""),
    }


def test_nobody_else_names_guests() -> None:
    booking = a_booking()
    guest = a_guest(booking)
    for somebody in (a_person(), director_of(booking.event.edition)):
        for act in (
            lambda by=somebody: add(booking, CY, by=by),
            lambda by=somebody: change_guest(guest, CY, version=1, by=by, at=WHILE_OPEN),
            lambda by=somebody: remove_guest(guest, by=by, at=WHILE_OPEN),
        ):
            with pytest.raises(Refused, match="awards lead"):
                act()


def test_what_guests_eat_and_need_is_in_no_mail() -> None:
    booking = a_booking()
    a_guest(booking, "Ada Secret", "qzdiet", "qzaccess")
    said = " ".join(OutboxMessage.objects.values_list("body", flat=True))
    assert not [word for word in ("Ada Secret", "qzdiet", "qzaccess") if word in said]


@pytest.mark.django_db(transaction=True)
def test_the_last_place_has_one_guest() -> None:
    booking = a_booking(tables=0, places=1)

    def in_its_own_connection(name: str) -> str:
        try:
            return add(booking, Named(name))[0].name
        except Refused:
            return "refused"
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        told = list(threads.map(in_its_own_connection, ["Ada", "Bo", "Cy", "Dee"]))
    assert told.count("refused") == 3
    assert [each for invariant in INVARIANTS for each in invariant()] == []
