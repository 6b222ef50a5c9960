from __future__ import annotations

import pytest

from plaudit.ceremony.actions.booking import Billing, change_billing
from plaudit.ceremony.actions.cancellation import give_up_booking
from plaudit.ceremony.models import Booking
from plaudit.ceremony.queries import bookings_of
from plaudit.people.actions.merge import merge_organisations
from plaudit.people.merging import counted
from plaudit.people.models import Organisation, OrganisationMerge
from tests.factories.ceremony import a_booking, a_lead, an_event
from tests.factories.people import an_organisation
from tests.factories.programmes import WHILE_OPEN, director_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_invariants_hold")]

NAME = "Bookings at ceremonies"


def merged(kept: Organisation, other: Organisation, booking: Booking) -> OrganisationMerge:
    keeper = director_of(booking.event.edition)
    return merge_organisations(kept, other, by=keeper, at=WHILE_OPEN)


def test_a_booking_goes_with_its_organisation() -> None:
    event, kept = an_event(), an_organisation()
    lead = a_lead(event, kept)
    booking = a_booking(event)
    assert counted(booking.organisation)[NAME] == 1
    assert merged(kept, booking.organisation, booking).moved[NAME] == 1
    booking = bookings_of(kept).get()
    assert booking.organisation == kept
    change_billing(booking, Billing("PO 5"), version=1, by=lead, at=WHILE_OPEN)


def test_two_bookings_that_stand_stay_two_and_the_lead_reaches_both() -> None:
    event = an_event()
    one, other = a_booking(event), a_booking(event)
    gone = other.organisation
    assert merged(one.organisation, gone, one).moved[NAME] == 0
    reached = {each.pk: each for each in bookings_of(one.organisation)}
    assert set(reached) == {one.pk, other.pk}
    for booking in reached.values():
        give_up_booking(booking, version=1, by=one.booked_by, at=WHILE_OPEN)
    assert Booking.objects.filter(cancelled_at__isnull=True).count() == 0


def test_a_cancelled_booking_and_one_elsewhere_move_beside_one_that_stands() -> None:
    event, second = an_event(), an_event()
    gone = an_organisation()
    cancelled = a_booking(event, gone)
    give_up_booking(cancelled, version=1, by=cancelled.booked_by, at=WHILE_OPEN)
    elsewhere = a_booking(second, gone, by=cancelled.booked_by)
    kept = a_booking(event)
    assert merged(kept.organisation, gone, kept).moved[NAME] == 2
    owners = Booking.objects.filter(pk__in=[cancelled.pk, elsewhere.pk, kept.pk])
    assert {each.organisation_id for each in owners} == {kept.organisation_id}
