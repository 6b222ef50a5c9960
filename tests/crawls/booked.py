"""What the world's editions sell at their ceremony, and who has booked: with words of their own for guests' needs."""

from __future__ import annotations

from types import SimpleNamespace

from plaudit.entries.actions.membership import grant_membership
from plaudit.people.models import Person
from tests.crawls.secrets import word
from tests.factories.ceremony import a_booking, a_guest, an_event
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import WHILE_OPEN, director_of


def booked(place: SimpleNamespace, lead: Person) -> None:
    """Put tables on sale, and have the awards lead of `place.lead` book one and name a guest."""
    place.event = an_event(place.edition, tables=30)
    billing = {"purchase_order": word(place, "tableorder"), "bill_to": word(place, "tablebilled")}
    place.booking = a_booking(place.event, place.lead, by=lead, **billing)
    place.movement = place.booking.movements.get()
    needs = (word(place, about) for about in ("guest", "diet", "access"))
    place.guest = a_guest(place.booking, *needs)


def booked_by_another(place: SimpleNamespace) -> None:
    """Have another organisation book too, with an awards lead and a guest of its own."""
    rival = an_organisation(f"Ember Trust of {place.name}")
    person, director = a_person(), director_of(place.edition)
    grant_membership(rival, email=person.email, role="awards_lead", by=director, at=WHILE_OPEN)
    place.rival_booking = a_booking(
        place.event, rival, by=person, purchase_order=word(place, "rivaltable")
    )
    needs = (word(place, about) for about in ("rivalguest", "rivaldiet", "rivalaccess"))
    place.rival_guest = a_guest(place.rival_booking, *needs)
