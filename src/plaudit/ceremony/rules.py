"""Who sells, books and names guests, and when. Open or closed is a fact of the clock."""

from __future__ import annotations

import datetime as dt
from enum import Enum

from plaudit.ceremony.models import Booking, Event
from plaudit.kit.dates import moment
from plaudit.kit.verdict import ALLOWED, Verdict, refused
from plaudit.people.models import Organisation, Person
from plaudit.people.rules import leads_awards_of
from plaudit.programmes.models import Edition, TeamRole
from plaudit.programmes.rules import may_work_for

MOST_TABLES = 1000
MOST_AT_TABLE = 30


class Sale(Enum):
    """Whether places are sold at an instant."""

    UNPUBLISHED = "unpublished"
    NOT_YET = "not yet"
    OPEN = "open"
    CLOSED = "closed"


def sale_of(event: Event, at: dt.datetime) -> Sale:
    """Return how the sale stands: open from its opening instant on, closed from its closing instant on.

    The ceremony's own hour closes it too, should its day have been moved.
    """
    if event.edition.published_at is None:
        return Sale.UNPUBLISHED
    if at < event.booking_opens_at:
        return Sale.NOT_YET
    starts_at = event.edition.ceremony_at
    if at >= event.booking_closes_at or (starts_at is not None and at >= starts_at):
        return Sale.CLOSED
    return Sale.OPEN


def is_on_sale(event: Event, at: dt.datetime) -> Verdict:
    """Whether places can be booked, added and given back at `at`."""
    match sale_of(event, at):
        case Sale.OPEN:
            return ALLOWED
        case Sale.NOT_YET:
            return refused(f"Booking opens at {moment(event.booking_opens_at, event.zone)}.")
        case Sale.CLOSED:
            closed = moment(event.booking_closes_at, event.zone)
            return refused(f"Booking closed at {closed}. Write to the organiser.")
        case _:
            return refused("This programme is not public yet.")


def may_run_ceremony(person: Person, edition: Edition) -> Verdict:
    """Whether the person reads bookings and guests, notes payments and cancels: the director, the entries desk."""
    return may_work_for(person, edition.programme, TeamRole.ENTRIES)


def may_set_event(person: Person, edition: Edition) -> Verdict:
    """Whether the person says what is on sale: the director."""
    return may_work_for(person, edition.programme)


def may_tell(person: Person, event: Event, at: dt.datetime) -> Verdict:
    """Whether the person may write to those who asked for places: while these are on sale."""
    runs = may_run_ceremony(person, event.edition)
    return is_on_sale(event, at) if runs else runs


def may_book(person: Person, organisation: Organisation, event: Event, at: dt.datetime) -> Verdict:
    """Whether the person books for the organisation at `at`: as its awards lead, while places are on sale."""
    leads = leads_awards_of(person, organisation)
    return is_on_sale(event, at) if leads else leads


def leads_booking(person: Person, booking: Booking) -> Verdict:
    """Whether the person leads the awards of the booking's organisation, or of what it was merged into."""
    organisation = booking.organisation
    return leads_awards_of(person, organisation.merged_into or organisation)


def may_change_booking(person: Person, booking: Booking, at: dt.datetime) -> Verdict:
    """Whether the person may change how many places the booking holds, or cancel it, at `at`."""
    leads = leads_booking(person, booking)
    if not leads:
        return leads
    return is_on_sale(booking.event, at) if is_live(booking) else is_live(booking)


def may_change_billing(person: Person, booking: Booking) -> Verdict:
    """Whether the person may say to whom the invoice goes: any time while the booking stands."""
    leads = leads_booking(person, booking)
    return is_live(booking) if leads else leads


def may_name_guests(person: Person, booking: Booking, at: dt.datetime) -> Verdict:
    """Whether the person may name guests at `at`: from the last instant on, names are with the caterer."""
    leads = leads_booking(person, booking)
    if not leads:
        return leads
    return names_are_open(booking.event, at) if is_live(booking) else is_live(booking)


def may_remove_guests(person: Person, booking: Booking, at: dt.datetime) -> Verdict:
    """Whether the person may take guests off at `at`: while names are open, or places can still be given back."""
    names = may_name_guests(person, booking, at)
    return names if names or not may_change_booking(person, booking, at) else ALLOWED


def may_change_guests_for(person: Person, booking: Booking, at: dt.datetime) -> Verdict:
    """Whether the person changes a guest for the organisation at `at`: the organiser, once its own time is over."""
    runs = may_run_ceremony(person, booking.event.edition)
    if not runs:
        return runs
    if is_live(booking) and names_are_open(booking.event, at):
        due = moment(booking.event.names_due_at, booking.event.zone)
        return refused(f"Until {due} the organisation changes its guests itself.")
    return is_live(booking)


def names_are_open(event: Event, at: dt.datetime) -> Verdict:
    """Whether guests can be named and changed at `at`."""
    if at >= event.names_due_at:
        due = moment(event.names_due_at, event.zone)
        return refused(f"Names were due by {due}. Write to the organiser.")
    return ALLOWED


def is_live(booking: Booking) -> Verdict:
    """Whether the booking stands."""
    if booking.cancelled_at is not None:
        return refused("This booking is cancelled.")
    return ALLOWED


def fits(event: Event, *, held: int, sold: int, wanted: int, at_table: int) -> Verdict:
    """Whether a booking that holds `held` places may hold `wanted`, when `sold` places are sold in all."""
    left = max(0, event.capacity - sold)
    if wanted > held and wanted - held > left:
        return refused(_left_in_words(left, at_table, more="more " if held else ""))
    if event.most_places is not None and wanted > max(held, event.most_places):
        return refused(
            f"One organisation may book {event.most_places} places. Write to the organiser if you need more."
        )
    return ALLOWED


def _left_in_words(left: int, at_table: int, more: str) -> str:
    if not left:
        return f"No {more}places are left. Nothing was booked."
    places = "1 place is" if left == 1 else f"{left} places are"
    tables = left // at_table
    whole = f", enough for {tables} {'table' if tables == 1 else 'tables'}" if tables else ""
    return f"Only {places} left{whole}. Nothing was booked."
