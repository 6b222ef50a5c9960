from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from plaudit.ceremony.holdings import amount_of, holding_of
from plaudit.ceremony.keys import require_unused
from plaudit.ceremony.mail import tell_of_movement
from plaudit.ceremony.models import Booking, BookingMovement, Event
from plaudit.ceremony.queries import places_sold
from plaudit.ceremony.rules import (
    fits,
    leads_booking,
    may_book,
    may_change_billing,
    may_change_booking,
)
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Organisation, Person

LONGEST_ADDRESS = 500
CHANGED_MEANWHILE = (
    "The booking has changed since you opened this page. Nothing was changed by this. "
    "Look at what it holds now, and try again."
)


@dataclass(frozen=True)
class Wanted:
    """Tables, and single places besides."""

    tables: int = 0
    places: int = 0


@dataclass(frozen=True)
class Billing:
    """To whom an invoice goes, and the number of their purchase order. Both may be empty."""

    purchase_order: str = ""
    bill_to: str = ""


def prices_of(event: Event) -> str:
    """Return the prices and the terms in a word, by which a form says which of them the page showed."""
    percent, terms = event.vat_percent.normalize(), sha256(event.terms.encode()).hexdigest()[:12]
    prices = f"{event.table_price}-{event.place_price}-{event.places_at_table}"
    return f"{prices}-{percent:f}-{event.currency}-{terms}"


@transaction.atomic
def book(
    event: Event,
    organisation: Organisation,
    wanted: Wanted,
    billing: Billing,
    *,
    seen: str,
    by: Person,
    at: dt.datetime,
    key: UUID,
) -> Booking:
    """Book tables and places for an organisation, at today's prices. A second call with `key` for the same
    returns the first's.

    Checks that `by` leads its awards, that places are on sale at `at`, that it has no booking that stands,
    that the prices and the terms are those of `seen` (`prices_of`), and that so many places are left. Locks the event.
    Appends the booking with its first movement, and queues the confirmation to `by` and a word to the
    organiser. Raises Refused.
    """
    made = Booking.objects.filter(key=key, event=event, booked_by=by).first()
    if made is not None:
        return _as_made(made, wanted)
    require(may_book(by, organisation, event, at))
    _require_some(wanted)
    locked = _locked(event)
    made = Booking.objects.filter(key=key, event=event, booked_by=by).first()
    if made is not None:
        return _as_made(made, wanted)
    require(may_book(by, organisation, locked, at))
    if Booking.objects.filter(
        event=event, organisation=organisation, cancelled_at__isnull=True
    ).exists():
        raise Refused("Your organisation has a booking already. Change that one instead.")
    if seen != prices_of(locked):
        raise Refused(
            "The prices or the terms have changed. Nothing was booked. Look at them once more."
        )
    require_unused([key])
    places = wanted.tables * locked.places_at_table + wanted.places
    sold = places_sold(locked)
    require(fits(locked, held=0, sold=sold, wanted=places, at_table=locked.places_at_table))
    booking = _booking(locked, organisation, billing, by=by, at=at, key=key)
    movement = append_movement(locked, booking, wanted.tables, wanted.places, by=by, at=at, key=key)
    tell_of_movement("booked", booking, movement, at=at)
    return booking


@transaction.atomic
def change_booking(
    booking: Booking, wanted: Wanted, *, version: int, by: Person, at: dt.datetime, key: UUID
) -> Booking:
    """Let the booking hold so many tables and places from now on, at the prices it was made at.

    A second call with `key` for the same changes nothing. Checks that `by` leads the organisation's awards, that
    booking is open at `at`, that the booking is still at `version`, that something is left of it and changes,
    that no more guests are named than are left, and that so many places are left. Locks the event, then the
    booking. Appends a movement and queues the same two mails as `book`. Raises Refused.
    """
    require(leads_booking(by, booking))
    event, locked = locked_both(booking)
    if _was_made(locked, wanted, key):
        return locked
    require(may_change_booking(by, locked, at))
    _require_some(wanted)
    require_unused([key])
    if locked.version != version:
        raise Refused(CHANGED_MEANWHILE)
    holding = holding_of(locked)
    tables, places = wanted.tables - holding.tables, wanted.places - holding.singles
    if not tables and not places:
        raise Refused("That is what you have booked already.")
    whole = wanted.tables * locked.places_at_table + wanted.places
    _require_room_for_guests(locked, whole)
    sold, size = places_sold(event), locked.places_at_table
    require(fits(event, held=holding.places, sold=sold, wanted=whole, at_table=size))
    movement = append_movement(event, locked, tables, places, by=by, at=at, key=key)
    _grow(locked)
    tell_of_movement("changed", locked, movement, at=at)
    return locked


@transaction.atomic
def change_billing(
    booking: Booking, billing: Billing, *, version: int, by: Person, at: dt.datetime
) -> Booking:
    """Say to whom invoices go and what order number stands on them.

    Checks that `by` leads the organisation's awards, that the booking stands and is still at `version`.
    Raises Refused.
    """
    require(may_change_billing(by, booking))
    locked = locked_booking(booking)
    require(may_change_billing(by, locked))
    if locked.version != version:
        raise Refused(CHANGED_MEANWHILE)
    locked.purchase_order, locked.bill_to = _clean(billing)
    _grow(locked, "purchase_order", "bill_to")
    return locked


def _as_made(booking: Booking, wanted: Wanted) -> Booking:
    """Return the booking. Raises Refused where it was cancelled since, or the same form was sent with other numbers."""
    first = booking.movements.get(key=booking.key)
    if booking.cancelled_at is not None or (first.tables, first.places) != (
        wanted.tables,
        wanted.places,
    ):
        raise Refused(CHANGED_MEANWHILE)
    return booking


def _was_made(booking: Booking, wanted: Wanted, key: UUID) -> bool:
    """Whether the change was made before. Raises Refused where the same form was sent with other numbers."""
    if not BookingMovement.objects.filter(key=key, booking=booking).exists():
        return False
    held = holding_of(booking)
    if (held.tables, held.singles) != (wanted.tables, wanted.places):
        raise Refused(CHANGED_MEANWHILE)
    return True


def append_movement(
    event: Event,
    booking: Booking,
    tables: int,
    places: int,
    *,
    by: Person,
    at: dt.datetime,
    key: UUID,
) -> BookingMovement:
    """Append the movement, with the next number where money is due for it. The caller holds the lock on `event`."""
    movement = BookingMovement(
        event=event,
        booking=booking,
        tables=tables,
        places=places,
        moved_by=by,
        moved_at=at,
        key=key,
    )
    if amount_of(movement, booking).total:
        last = BookingMovement.objects.filter(event=event).aggregate(last=Max("number"))["last"]
        movement.number = (last or 0) + 1
    movement.save()
    return movement


def _booking(
    event: Event,
    organisation: Organisation,
    billing: Billing,
    *,
    by: Person,
    at: dt.datetime,
    key: UUID,
) -> Booking:
    number = (Booking.objects.filter(event=event).aggregate(last=Max("number"))["last"] or 0) + 1
    purchase_order, bill_to = _clean(billing)
    return Booking.objects.create(
        event=event,
        organisation=organisation,
        number=number,
        reference=f"{event.stem}-T{number:04}",
        places_at_table=event.places_at_table,
        currency=event.currency,
        table_price=event.table_price,
        place_price=event.place_price,
        vat_percent=event.vat_percent,
        purchase_order=purchase_order,
        bill_to=bill_to,
        booked_by=by,
        booked_at=at,
        key=key,
    )


def _require_some(wanted: Wanted) -> None:
    if wanted.tables < 0 or wanted.places < 0 or not wanted.tables + wanted.places:
        raise Refused("Say how many tables or places you need: at least one.")


def _require_room_for_guests(booking: Booking, places: int) -> None:
    named = booking.guests.count()
    if named > places:
        raise Refused(
            f"{named} guests are named, and {places} would have a place. Remove {named - places} of them first."
        )


def _locked(event: Event) -> Event:
    rows = Event.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related("edition__programme").get(pk=event.pk)


def locked_booking(booking: Booking) -> Booking:
    rows = Booking.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related("event__edition__programme", "organisation__merged_into").get(
        pk=booking.pk
    )


def locked_both(booking: Booking) -> tuple[Event, Booking]:
    """Lock the event, then the booking: in the same order everywhere."""
    event = _locked(booking.event)
    locked = locked_booking(booking)
    locked.event = event
    return event, locked


def _grow(booking: Booking, *fields: str) -> None:
    booking.version += 1
    booking.save(update_fields=["version", *fields])


def _clean(billing: Billing) -> tuple[str, str]:
    kept = (" ".join(line.split()) for line in billing.bill_to.replace("\x00", "").splitlines())
    address = "\n".join(line for line in kept if line)[:LONGEST_ADDRESS]
    return " ".join(billing.purchase_order.replace("\x00", "").split())[:60], address
