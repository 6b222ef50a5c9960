"""The words of a ceremony's tables, in an organisation's workspace."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from plaudit.ceremony.holdings import amount_due, amount_of, holding_of, paid_for
from plaudit.ceremony.models import Booking, BookingMovement, Event
from plaudit.ceremony.papers import paper_name
from plaudit.ceremony.rules import Sale, is_on_sale, names_are_open, sale_of
from plaudit.ceremony.wording import counted, held_in_words, is_free, moved_in_words, price_in_words
from plaudit.kit.dates import day, moment, short_day
from plaudit.kit.money import money
from plaudit.people.models import Organisation


@dataclass(frozen=True)
class SalePage:
    """What is on sale: `state` says whether one can book, `left` how much there still is."""

    name: str
    when: str
    where: list[str]
    state: str
    is_open: bool
    left: str
    facts: list[tuple[str, str]]
    terms: str


def sale_page(event: Event, left: int, at: dt.datetime) -> SalePage:
    """Return what the page says of the sale, with `left` places still to be had."""
    edition, zone = event.edition, event.zone
    sale = sale_of(event, at)
    is_open = sale is Sale.OPEN
    until = moment(event.booking_closes_at, zone)
    percent, currency = event.vat_percent, event.currency
    size = event.places_at_table
    facts = [
        (f"A table of {size}", price_in_words(event.table_price, currency, percent)),
        ("A single place", price_in_words(event.place_price, currency, percent)),
        ("Names of guests by", moment(event.names_due_at, zone)),
    ]
    if event.most_places is not None:
        facts.append(
            ("For one organisation", f"at most {counted(event.most_places, 'place', 'places')}")
        )
    return SalePage(
        name=event.name,
        when=moment(edition.ceremony_at, zone)
        if edition.ceremony_at
        else "The day is to be announced",
        where=[line for line in (edition.venue, *event.address.splitlines()) if line],
        state=f"You can book until {until}." if is_open else is_on_sale(event, at).reason,
        is_open=is_open and left > 0,
        left=_left(left, size) if is_open else "",
        facts=facts,
        terms=event.terms,
    )


def _left(left: int, size: int) -> str:
    if not left:
        return "Everything is sold. Places can come back while booking is open."
    tables = left // size
    text = f"{counted(left, 'place is', 'places are')} left"
    return f"{text}, enough for {counted(tables, 'table', 'tables')}." if tables else f"{text}."


@dataclass(frozen=True)
class Paper:
    """An invoice, a credit note or a confirmation."""

    name: str
    what: str
    day: str
    total: str
    href: str


@dataclass(frozen=True)
class BookingPage:
    """A booking as its awards lead sees it."""

    reference: str
    title: str
    when: str
    state: str
    is_live: bool
    can_change: bool
    why_fixed: str
    can_name: bool
    can_remove: bool
    named: int
    places: int
    names_due: str
    is_free: bool
    prices: str
    money: list[tuple[str, str]]
    papers: list[Paper]


def booking_page(booking: Any, organisation: Organisation, at: dt.datetime) -> BookingPage:
    """Return the page of a booking of `bookings_of`."""
    event, zone, held = booking.event, booking.event.zone, holding_of(booking)
    is_live = booking.cancelled_at is None
    on_sale = is_on_sale(event, at)
    starts_at = event.edition.ceremony_at
    return BookingPage(
        reference=booking.reference,
        title=event.name,
        when=day(starts_at, zone) if starts_at else "The day is to be announced",
        state=state_sentence(booking),
        is_live=is_live,
        can_change=is_live and bool(on_sale),
        why_fixed=on_sale.reason if is_live else "",
        can_name=is_live and bool(names_are_open(event, at)),
        can_remove=is_live and bool(names_are_open(event, at) or on_sale),
        named=booking.named,
        places=held.places,
        names_due=moment(event.names_due_at, zone),
        is_free=is_free(booking),
        prices=_prices(booking),
        money=_money(booking),
        papers=[_paper(each, booking, organisation) for each in booking.movements.all()],
    )


def state_sentence(booking: Any) -> str:
    """Return where the booking stands: "Booked: 2 tables, 20 places in all. 14 of 20 guests are named."""
    if booking.cancelled_at is not None:
        why = f" {booking.cancellation.reason}" if booking.cancellation.reason else ""
        return f"Cancelled on {short_day(booking.cancelled_at, booking.event.zone)}.{why}"
    held = holding_of(booking)
    named = f"{booking.named} of {counted(held.places, 'guest', 'guests')} named"
    return f"Booked: {held_in_words(held)}. {named}."


def _prices(booking: Booking) -> str:
    percent, currency = booking.vat_percent, booking.currency
    table = price_in_words(booking.table_price, currency, percent)
    place = price_in_words(booking.place_price, currency, percent)
    return f"A table is {table}, a single place {place}, as on the day you booked."


def _money(booking: Booking) -> list[tuple[str, str]]:
    """Return what is due and what came in; nothing at all for a free event."""
    due, paid, currency = amount_due(booking), paid_for(booking), booking.currency
    if is_free(booking):
        return []
    rows = [
        ("Total, with VAT", money(due.total, currency)),
        ("Received", money(paid, currency)),
        ("Still to pay", money(max(0, due.total - paid), currency)),
    ]
    if paid > due.total:
        rows.append(("The organiser gives back", money(paid - due.total, currency)))
    if booking.purchase_order:
        rows.append(("Purchase order", booking.purchase_order))
    return rows


def _paper(movement: BookingMovement, booking: Booking, organisation: Organisation) -> Paper:
    return Paper(
        name=paper_name(movement, booking),
        what=moved_in_words(movement),
        day=short_day(movement.moved_at, booking.event.zone),
        total=money(amount_of(movement, booking).total, booking.currency),
        href=reverse("workspace_booking_paper", args=[organisation.pk, booking.pk, movement.pk]),
    )


def tables_line(
    organisation: Organisation, event: Event, bookings: list[Any], at: dt.datetime
) -> tuple[str, str, str]:
    """Return what the workspace says of an edition's tables, the word of its link, and where that leads."""
    live = [each for each in bookings if each.cancelled_at is None]
    if len(live) == 1:
        href = reverse("workspace_booking", args=[organisation.pk, live[0].pk])
        return state_sentence(live[0]), "See your booking", href
    href = _tables_href(organisation, event.edition_id)
    if live:
        return f"{len(live)} bookings stand.", "See your bookings", href
    sale = sale_of(event, at)
    verb = "Book tables or places" if sale is Sale.OPEN else "See what is on sale"
    if sale is Sale.OPEN:
        state = f"Tables are on sale until {moment(event.booking_closes_at, event.zone)}."
    else:
        state = is_on_sale(event, at).reason
    return state, verb, href


def _tables_href(organisation: Organisation, edition_id: UUID) -> str:
    return reverse("workspace_tables", args=[organisation.pk, edition_id])
