from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from decimal import Decimal

from django.db import transaction

from plaudit.ceremony.models import Event
from plaudit.ceremony.queries import places_sold
from plaudit.ceremony.rules import MOST_AT_TABLE, MOST_TABLES, may_set_event
from plaudit.entries.models import Entry
from plaudit.entries.references import next_stem, reference_stem
from plaudit.kit.verdict import ALLOWED, Refused, Verdict, refused, require
from plaudit.people.models import Person
from plaudit.programmes.actions.edition import change_edition
from plaudit.programmes.models import Edition


@dataclass(frozen=True)
class Terms:
    """What is on sale, until when, and at what price. Amounts in hundredths, before VAT."""

    name: str
    address: str
    booking_opens_at: dt.datetime
    booking_closes_at: dt.datetime
    names_due_at: dt.datetime
    places_at_table: int
    tables: int
    most_places: int | None
    currency: str
    table_price: int
    place_price: int
    vat_percent: Decimal
    vat_number: str
    seller: str
    pay_to: str
    payment_days: int
    terms: str


@transaction.atomic
def set_event(
    edition: Edition,
    terms: Terms,
    *,
    starts_at: dt.datetime,
    venue: str,
    by: Person,
    at: dt.datetime,
    version: int,
) -> Event:
    """Say what is on sale from now on. Bookings that stand keep their prices and their size of table.

    Checks that `by` directs the programme, that the dates are in order, that somebody is named who sells
    where there is a price, that the event is still at `version` (0: there is none yet), and that no fewer
    places are on sale than are sold. Sets the edition's day and venue. Locks the edition, then the event.
    Raises Refused.
    """
    require(may_set_event(by, edition))
    require(terms_are_sound(terms, starts_at))
    change_edition(edition, by=by, at=at, ceremony_at=starts_at, venue=venue)
    event = Event.objects.select_for_update(no_key=True).filter(edition=edition).first()
    if version != (event.version if event else 0):
        raise Refused(
            "Somebody has changed the event since you opened this page. Nothing was saved. Compare what you "
            "typed with the event as it is now, and save again."
        )
    if event is None:
        return Event.objects.create(
            edition=edition, stem=_stem(edition), created_at=at, **asdict(terms)
        )
    sold = places_sold(event)
    if terms.tables * terms.places_at_table < sold:
        raise Refused(f"{sold} places are booked already. Put at least as many on sale.")
    for name, value in asdict(terms).items():
        setattr(event, name, value)
    event.version += 1
    event.save()
    return event


def terms_are_sound(terms: Terms, starts_at: dt.datetime) -> Verdict:
    """Whether something can be sold like this: dates in order, sizes in reach, and a seller for an invoice."""
    if terms.booking_opens_at >= terms.booking_closes_at:
        return refused("Booking must open before it closes.")
    if terms.booking_closes_at > starts_at:
        return refused("Booking must close before the ceremony begins.")
    if terms.names_due_at > starts_at:
        return refused("Names must be in before the ceremony begins.")
    if not 1 <= terms.places_at_table <= MOST_AT_TABLE or not 1 <= terms.tables <= MOST_TABLES:
        return refused(
            f"Put 1 to {MOST_TABLES} tables on sale, with 1 to {MOST_AT_TABLE} places each."
        )
    if (terms.table_price or terms.place_price) and not terms.seller.strip():
        return refused("Enter your name and address, as on invoices.")
    return ALLOWED


def _stem(edition: Edition) -> str:
    """Return what the bookings' references begin with: as those of the edition's entries, if that is free."""
    references = Entry.objects.filter(edition=edition).order_by("reference")
    first = references.values_list("reference", flat=True).first()
    own = first.partition("-")[0] if first else reference_stem(edition.programme.slug, edition.slug)
    attempt = 0
    while Event.objects.filter(stem=next_stem(own, attempt)).exists():
        attempt += 1
    return next_stem(own, attempt)
