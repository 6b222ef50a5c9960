"""What must hold of every ceremony and booking, whatever happened."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.db.models import Count

from plaudit.ceremony.holdings import amount_of, holding_of
from plaudit.ceremony.models import Booking, BookingMovement, Event
from plaudit.ceremony.queries import places_sold


def _bookings() -> Iterator[Booking]:
    rows = Booking.objects.select_related("event", "cancellation").prefetch_related("movements")
    return rows.annotate(named=Count("guests")).iterator(chunk_size=500)


def no_more_is_sold_than_there_is() -> Iterator[str]:
    for event in Event.objects.all():
        sold = places_sold(event)
        if sold > event.capacity:
            yield f"{event.name} has {event.capacity} places, and {sold} are sold."


def bookings_hold_what_they_should() -> Iterator[str]:
    """A live booking holds a place at least, a cancelled one nothing, and neither less than nothing."""
    for booking in _bookings():
        held = holding_of(booking)
        if booking.cancelled_at is not None and (held.tables or held.singles):
            yield f"Booking {booking.reference} is cancelled and holds {held.places} places."
        if booking.cancelled_at is None and (
            held.tables < 0 or held.singles < 0 or not held.places
        ):
            yield f"Booking {booking.reference} stands and holds {held.places} places."


def guests_have_a_place() -> Iterator[str]:
    for booking in _bookings():
        held, named = holding_of(booking).places, booking.named  # type: ignore[attr-defined]  # annotated
        if named > held:
            yield f"Booking {booking.reference} names {named} guests for {held} places."


def cancellations_are_recorded() -> Iterator[str]:
    """The instant on the booking is that of its cancellation, and there is none without the other."""
    for booking in _bookings():
        cancellation = getattr(booking, "cancellation", None)
        if booking.cancelled_at != (cancellation and cancellation.cancelled_at):
            yield f"Booking {booking.reference} and its cancellation disagree."


def papers_are_numbered_without_a_gap() -> Iterator[str]:
    """Of an event, the movements that cost something, and no others, are numbered from one."""
    last: dict[object, int] = {}
    rows = BookingMovement.objects.select_related("booking", "event").order_by(
        "event", "number", "pk"
    )
    for each in rows.iterator(chunk_size=500):
        if each.booking.event_id != each.event_id:
            yield f"A movement of booking {each.booking.reference} belongs to another event."
        if bool(amount_of(each, each.booking).total) != (each.number is not None):
            yield f"A movement of booking {each.booking.reference} has a number for nothing, or none."
        if each.number is not None:
            last[each.event_id] = last.get(each.event_id, 0) + 1
            if each.number != last[each.event_id]:
                yield f"The invoices of {each.event.name} have a gap before {each.number}."


INVARIANTS: list[Callable[[], Iterator[str]]] = [
    no_more_is_sold_than_there_is,
    bookings_hold_what_they_should,
    guests_have_a_place,
    cancellations_are_recorded,
    papers_are_numbered_without_a_gap,
]
