from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from plaudit.ceremony.models import Guest
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Person
from plaudit.programmes.models import TeamRole
from tests.factories.ceremony import NAMES_DUE, a_booking, a_guest
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import WHILE_OPEN, a_team_member, director_of
from tests.sites.entrant.reading import form_of, links_of, words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


def booked() -> tuple[Guest, str]:
    """A guest, and the address of their booking."""
    with frozen_at(WHILE_OPEN):
        guest = a_guest(a_booking(organisation=an_organisation("Fen Trust")), "Ada Vale", "vegan")
    edition = guest.booking.event.edition
    return guest, f"/organise/{edition.pk}/ceremony/bookings/{guest.booking_id}/"


def test_before_names_are_due_the_organisation_changes_its_guests_itself(
    signed_in: SignedIn,
) -> None:
    guest, booking = booked()
    one = f"{booking}guests/{guest.pk}/"
    with frozen_at(WHILE_OPEN):
        browser = signed_in(director_of(guest.booking.event.edition))
        assert one not in links_of(browser.get(booking))
        page = browser.get(one)
        assert "the organisation changes its guests itself. Name Ada Vale" in words_of(page)
        typed = {"name": "Bo", "dietary": "", "access": "", "version": "1"}
        refused = browser.post(one, typed)
        assert refused.status_code == 422
        assert "the organisation changes its guests itself" in words_of(refused)


def test_afterwards_the_desk_changes_a_guest_and_the_booking_says_who_did(
    signed_in: SignedIn,
) -> None:
    guest, booking = booked()
    one = f"{booking}guests/{guest.pk}/"
    desk = a_team_member(guest.booking.event.edition.programme, a_person(), TeamRole.ENTRIES).person
    with frozen_at(NAMES_DUE):
        browser = signed_in(desk)
        assert one in links_of(browser.get(booking))
        opened = form_of(browser.get(one), one)
        assert opened == {"version": "1", "name": "Ada Vale", "dietary": "vegan", "access": ""}
        answer = browser.post(one, opened | {"name": "Bo Okoro", "access": "ramp"}, follow=True)
        shown = words_of(answer)
        assert "The guest is saved." in shown
        assert "Bo Okoro vegan ramp" in shown
        said = "changed a guest’s name and needs, midday on Thursday 27 May 2027 (UK time)"
        assert f"Changed for the organisation {desk.display_name} {said}" in shown


def test_what_two_of_the_team_typed_is_not_lost(signed_in: SignedIn) -> None:
    guest, booking = booked()
    one = f"{booking}guests/{guest.pk}/"
    with frozen_at(NAMES_DUE):
        browser = signed_in(director_of(guest.booking.event.edition))
        opened = form_of(browser.get(one), one)
        browser.post(one, opened | {"dietary": "halal"})
        page = browser.post(one, opened | {"name": "Ada Vale-Ito"})
        assert page.status_code == 422
        assert "It says now: Ada Vale. Dietary needs: halal." in words_of(page)
        again = form_of(page, one)
        assert (again["name"], again["version"]) == ("Ada Vale-Ito", "2")
        assert browser.post(one, again | {"dietary": "halal"}).status_code == 302
    guest.refresh_from_db()
    assert (guest.name, guest.dietary) == ("Ada Vale-Ito", "halal")


def test_another_bookings_guest_is_not_found(signed_in: SignedIn) -> None:
    guest, booking = booked()
    with frozen_at(WHILE_OPEN):
        other = a_guest(a_booking(guest.booking.event))
    browser = signed_in(director_of(guest.booking.event.edition))
    with frozen_at(NAMES_DUE):
        assert browser.get(f"{booking}guests/{other.pk}/").status_code == 404
