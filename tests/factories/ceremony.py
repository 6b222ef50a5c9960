"""Ceremonies, bookings and guests for tests.

The usual ceremony is on sale from `SALE_OPENS` to `SALE_CLOSES`, with three tables of ten at £1,000 and single
places at £120, before VAT.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from plaudit.ceremony.actions.booking import Billing, Wanted, book, prices_of
from plaudit.ceremony.actions.event import Terms, set_event
from plaudit.ceremony.actions.guest import add_guests
from plaudit.ceremony.guest_list import named_guest
from plaudit.ceremony.models import Booking, Event, Guest
from plaudit.entries.actions.membership import grant_membership
from plaudit.kit.identifiers import new_identifier
from plaudit.people.models import Organisation, Person
from plaudit.programmes.models import Edition
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import BEFORE_OPENING, WHILE_OPEN, an_edition, director_of

SALE_OPENS = dt.datetime(2027, 1, 20, 9, tzinfo=dt.UTC)
SALE_CLOSES = dt.datetime(2027, 5, 20, 16, tzinfo=dt.UTC)
NAMES_DUE = dt.datetime(2027, 5, 27, 11, tzinfo=dt.UTC)
CEREMONY = dt.datetime(2027, 6, 10, 18, 30, tzinfo=dt.UTC)
MOMENT = dt.timedelta(microseconds=1)


def terms_of_sale(**fields: Any) -> Terms:
    """What is on sale; any of it can be given."""
    return Terms(
        **{
            "name": "The Neighbours’ Supper",
            "address": "1 Sample Square\nExampleton",
            "booking_opens_at": SALE_OPENS,
            "booking_closes_at": SALE_CLOSES,
            "names_due_at": NAMES_DUE,
            "places_at_table": 10,
            "tables": 3,
            "most_places": None,
            "currency": "GBP",
            "table_price": 100_000,
            "place_price": 12_000,
            "vat_percent": Decimal(20),
            "vat_number": "GB 000 0000 00",
            "seller": "Award House\n2 Sample Street",
            "pay_to": "Account 00000000",
            "payment_days": 30,
            "terms": "",
            **fields,
        }
    )


def an_event(edition: Edition | None = None, **fields: Any) -> Event:
    """A ceremony whose places are sold, at Sample Hall."""
    edition = edition or an_edition()
    return set_event(
        edition,
        terms_of_sale(**fields),
        starts_at=CEREMONY,
        venue="Sample Hall",
        version=0,
        by=director_of(edition),
        at=BEFORE_OPENING,
    )


def a_free_event(edition: Edition | None = None, **fields: Any) -> Event:
    return an_event(edition, **{"table_price": 0, "place_price": 0, **fields})


def a_lead(event: Event, organisation: Organisation, name: str = "Lee Lead") -> Person:
    """An awards lead of the organisation."""
    person, director = a_person(name), director_of(event.edition)
    role, at = "awards_lead", BEFORE_OPENING
    grant_membership(organisation, email=person.email, role=role, by=director, at=at)
    return person


def a_booking(
    event: Event | None = None,
    organisation: Organisation | None = None,
    *,
    tables: int = 1,
    places: int = 0,
    by: Person | None = None,
    at: dt.datetime = WHILE_OPEN,
    **billing: str,
) -> Booking:
    """A table, booked by an awards lead of the organisation; both are made if none are given."""
    event = event or an_event()
    organisation = organisation or an_organisation()
    return book(
        event,
        organisation,
        Wanted(tables, places),
        Billing(**billing),
        seen=prices_of(event),
        by=by or a_lead(event, organisation),
        at=at,
        key=new_identifier(),
    )


def a_guest(
    booking: Booking, name: str = "Gale Guest", dietary: str = "", access: str = ""
) -> Guest:
    """A guest of the booking, named by who booked."""
    guest = named_guest(name, dietary, access)
    by, key = booking.booked_by, new_identifier()
    return add_guests(booking, [guest], by=by, at=WHILE_OPEN, key=key)[0]
