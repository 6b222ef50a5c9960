"""Tables on sale at this year's ceremony, and three organisations that have booked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from plaudit.ceremony.actions.booking import Billing, Wanted, book, prices_of
from plaudit.ceremony.actions.cancellation import cancel_booking
from plaudit.ceremony.actions.event import Terms, set_event
from plaudit.ceremony.actions.guest import add_guests
from plaudit.ceremony.actions.payment import record_booking_payment
from plaudit.ceremony.guest_list import guests_in_text
from plaudit.ceremony.holdings import amount_due
from plaudit.ceremony.models import Booking, Event
from plaudit.entries.actions.membership import grant_membership
from plaudit.kit.clock import frozen_at
from plaudit.kit.identifiers import new_identifier
from plaudit.people.models import MembershipRole, Organisation, Person
from plaudit.programmes.models import Edition
from plaudit.sites.demo import cast
from plaudit.sites.demo.build.calendar import Calendar
from plaudit.sites.demo.build.post import post

DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)
COUNCIL, TRUST, CHARITY = (
    "Wrenlow Borough Council",
    "Brackmere and Wrenlow Hospitals NHS Foundation Trust",
    "Good Neighbours of Ostley",
)
HAS_NOT_BOOKED = "Wrenlow Foodshare"  # left for whoever tries the demo as the awards lead
# organisation, its awards lead, tables, single places, order number
BOOKINGS = (
    (COUNCIL, cast.AWARDS_LEAD.email, 1, 2, "WBC-20417"),
    (TRUST, "osric@brackmere.example", 2, 0, "BWH 88-1203"),
    (CHARITY, "clementine@goodneighbours.example", 0, 4, ""),
)
GUESTS = """Honor Lindqvist-Bray
Delphine Arkwright-Sesay, vegetarian
Barnaby Oduya-Finch, no nuts (he carries an adrenaline pen)
Perpetua Marsh, vegan; a place for a wheelchair
Councillor Edmund Tarrow; hearing loop
Sunniva Clegg, halal"""
TERMS = """A booking is binding once booking has closed; until then you can change or cancel it here at no cost.
Invoices are due within thirty days. Places are for guests of the organisation that booked them."""


def build_ceremony(
    edition: Edition,
    people: Mapping[str, Person],
    register: Mapping[str, Organisation],
    calendar: Calendar,
    until: float,
) -> None:
    """Put forty tables on sale, and book: one with half its guests named, one paid for, one cancelled."""
    director, desk = people[cast.DIRECTOR.email], people[cast.ENTRIES_DESK.email]
    on_sale = calendar.opens + 7 * DAY
    with frozen_at(on_sale):
        event = set_event(
            edition,
            _terms(edition, calendar, on_sale),
            starts_at=calendar.ceremony,
            venue=edition.venue,
            version=0,
            by=director,
            at=on_sale,
        )
    booked = calendar.into(until * 0.97)
    _leads(register[HAS_NOT_BOOKED], people[cast.AWARDS_LEAD.email], director, booked)
    for number, (name, email, tables, places, order) in enumerate(BOOKINGS):
        at, lead = booked + number * HOUR, people[email]
        with frozen_at(at):
            _leads(register[name], lead, director, at)
            wanted = Wanted(tables, places)
            booking = _booked(event, register[name], wanted, order, by=lead, at=at)
            _what_followed(booking, name, desk, at)
        post(at)


def _what_followed(booking: Booking, name: str, desk: Person, at: dt.datetime) -> None:
    if name == COUNCIL:
        guests = guests_in_text(GUESTS)
        add_guests(booking, guests, by=booking.booked_by, at=at, key=new_identifier())
    elif name == TRUST:
        due = amount_due(booking).total
        note, key = "Bank transfer", new_identifier()
        record_booking_payment(booking, amount=due, note=note, by=desk, at=at, key=key)
    else:
        reason = "Booked twice by mistake; the council brings them as guests."
        cancel_booking(booking, version=booking.version, by=desk, at=at, reason=reason)


def _leads(organisation: Organisation, lead: Person, director: Person, at: dt.datetime) -> None:
    role = MembershipRole.AWARDS_LEAD
    if not organisation.memberships.filter(person=lead, role=role).exists():
        grant_membership(organisation, email=lead.email, role=role, by=director, at=at)


def _booked(
    event: Event,
    organisation: Organisation,
    wanted: Wanted,
    order: str,
    *,
    by: Person,
    at: dt.datetime,
) -> Booking:
    billing = Billing(order, f"{organisation.name}\nAccounts payable")
    seen, key = prices_of(event), new_identifier()
    return book(event, organisation, wanted, billing, seen=seen, by=by, at=at, key=key)


def _terms(edition: Edition, calendar: Calendar, on_sale: dt.datetime) -> Terms:
    return Terms(
        name="The Common Ground Supper",
        address="Market Place\nBrackmere",
        booking_opens_at=on_sale,
        booking_closes_at=calendar.ceremony - 21 * DAY - 3 * HOUR,
        names_due_at=calendar.ceremony - 10 * DAY - 8 * HOUR,
        places_at_table=10,
        tables=40,
        most_places=30,
        currency="GBP",
        table_price=95_000,
        place_price=11_000,
        vat_percent=Decimal(20),
        vat_number="GB 000 0000 00 (invented)",
        seller=f"{cast.ORGANISER_NAME}\n4 Lark Yard\nBrackmere",
        pay_to="Sort code 00-00-00\nAccount 00000000",
        payment_days=30,
        terms=TERMS,
    )
