from __future__ import annotations

from typing import Any

import pytest

from plaudit.ceremony.actions.booking import Wanted, change_booking
from plaudit.ceremony.actions.cancellation import cancel_booking, give_up_booking
from plaudit.ceremony.holdings import amount_due, holding_of
from plaudit.ceremony.models import Booking, Guest
from plaudit.ceremony.queries import places_sold
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.verdict import Refused
from plaudit.messages.models import OutboxMessage
from plaudit.people.models import Person
from plaudit.programmes.models import TeamRole
from tests.factories.ceremony import MOMENT, SALE_CLOSES, a_booking, a_guest, a_lead, an_event
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import WHILE_OPEN, a_team_member, director_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]


def cancel(booking: Booking, by: Person, **given: Any) -> Any:
    given = {"version": booking.version, "at": SALE_CLOSES, "reason": "Never paid"} | given
    return cancel_booking(booking, by=by, **given)


def test_a_lead_gives_everything_up_until_booking_closes() -> None:
    event = an_event()
    first, second = a_booking(event), a_booking(event)
    a_guest(first)
    with pytest.raises(Refused, match="Booking closed"):
        give_up_booking(first, version=1, by=first.booked_by, at=SALE_CLOSES)
    give_up_booking(first, version=1, by=first.booked_by, at=SALE_CLOSES - MOMENT)
    first.refresh_from_db()
    assert first.cancelled_at == SALE_CLOSES - MOMENT
    assert (holding_of(first).places, amount_due(first).total) == (0, 0)
    assert places_sold(event) == 10 == holding_of(second).places
    assert not Guest.objects.exists()
    with pytest.raises(Refused, match="cancelled"):
        change_booking(
            first, Wanted(1), version=2, by=first.booked_by, at=WHILE_OPEN, key=new_identifier()
        )


def test_cancelled_twice_is_cancelled_once() -> None:
    booking = a_booking()
    lead, desk = booking.booked_by, director_of(booking.event.edition)
    first = give_up_booking(booking, version=1, by=lead, at=WHILE_OPEN, reason="Ill")
    assert give_up_booking(booking, version=1, by=lead, at=SALE_CLOSES) == first
    assert cancel(booking, desk) == first
    assert booking.movements.count() == 2


def test_after_it_the_organisation_may_book_again() -> None:
    booking = a_booking()
    give_up_booking(booking, version=1, by=booking.booked_by, at=WHILE_OPEN)
    again = a_booking(booking.event, booking.organisation, by=booking.booked_by)
    assert again.reference == f"{booking.event.stem}-T0002"


def test_the_organiser_cancels_at_any_time_with_a_reason_that_the_leads_read() -> None:
    event, trust = an_event(), an_organisation()
    booking = a_booking(event, trust)
    successor = a_lead(event, trust)
    desk = a_person()
    a_team_member(event.edition.programme, desk, TeamRole.ENTRIES)
    with pytest.raises(Refused, match="Say why"):
        cancel(booking, desk, reason=" ")
    with pytest.raises(Refused, match="has changed since"):
        cancel(booking, desk, version=7)
    cancel(booking, desk)
    told = OutboxMessage.objects.filter(kind="booking_cancelled")
    assert {mail.recipient for mail in told} == {booking.booked_by.email, successor.email}
    assert all("Reason: Never paid" in mail.body for mail in told)


def test_nobody_else_cancels() -> None:
    booking = a_booking()
    media = a_person()
    a_team_member(booking.event.edition.programme, media, TeamRole.MEDIA)
    for somebody in (booking.booked_by, media):
        with pytest.raises(Refused, match="not on the team"):
            cancel(booking, somebody)
    with pytest.raises(Refused, match="awards lead"):
        give_up_booking(booking, version=1, by=media, at=WHILE_OPEN)
