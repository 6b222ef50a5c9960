"""Reads of ceremonies, bookings and guests."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from plaudit.ceremony.holdings import amount_due, paid_for
from plaudit.ceremony.models import Booking, BookingMovement, Event, Guest
from plaudit.enquiries.models import InterestRegistration, RegistrationKind
from plaudit.enquiries.queries import registrations_of
from plaudit.messages.models import OutboxMessage
from plaudit.people.models import Organisation
from plaudit.programmes.models import Edition

ON_SALE_KIND = "tables_on_sale"


def event_of(edition: Edition) -> Event | None:
    """Return the edition's ceremony, once places at it are sold; otherwise None."""
    found = Event.objects.filter(edition=edition).first()
    if found is not None:
        found.edition = edition
    return found


def events_of(editions: Iterable[Edition]) -> dict[UUID, Event]:
    """Return the ceremonies at which places are sold, by edition. One query."""
    rows = Event.objects.filter(edition__in=list(editions)).select_related("edition__programme")
    return {each.edition_id: each for each in rows}


def places_sold(event: Event) -> int:
    """Return how many places are sold, at tables or singly: the sum of every movement."""
    held = F("tables") * F("booking__places_at_table") + F("places")
    return BookingMovement.objects.filter(event=event).aggregate(n=Sum(held))["n"] or 0


def places_left(event: Event) -> int:
    """Return how many places can still be booked."""
    return max(0, event.capacity - places_sold(event))


def bookings_in(edition: Edition) -> QuerySet[Booking]:
    """Return the edition's bookings by organisation, the live before the cancelled, with movements and payments.

    Annotated: `named`, how many guests are named. Three queries, however many rows.
    """
    return (
        Booking.objects.filter(event__edition=edition)
        .select_related("event__edition__programme", "organisation", "booked_by", "cancellation")
        .prefetch_related("movements", "payments")
        .annotate(named=_guests_named())
        .order_by(F("cancelled_at").asc(nulls_first=True), "organisation__name", "number")
    )


def search_bookings(bookings: QuerySet[Booking], text: str) -> QuerySet[Booking]:
    """Return those whose organisation, person, reference or purchase order holds the text."""
    wanted = " ".join(text.replace("\x00", "").split())
    if not wanted:
        return bookings
    fields = (
        "organisation__name",
        "booked_by__name",
        "booked_by__email",
        "reference",
        "purchase_order",
    )
    found = Q()
    for field in fields:
        found |= Q(**{f"{field}__icontains": wanted})
    return bookings.filter(found)


def still_to_pay(bookings: QuerySet[Booking]) -> list[Booking]:
    """Return the bookings, of those with movements and payments at hand, for which money is due or due back."""
    return [each for each in bookings if amount_due(each).total != paid_for(each)]


def bookings_of(organisation: Organisation) -> QuerySet[Booking]:
    """Return the organisation's bookings, the newest first, also of those that were merged into it."""
    own = Q(organisation=organisation) | Q(organisation__merged_into=organisation)
    return (
        Booking.objects.filter(own)
        .select_related(
            "event__edition__programme", "organisation__merged_into", "booked_by", "cancellation"
        )
        .prefetch_related("movements", "payments")
        .annotate(named=_guests_named())
        .order_by(F("cancelled_at").asc(nulls_first=True), "-booked_at", "-pk")
    )


def guests_in(edition: Edition) -> QuerySet[Guest]:
    """Return every guest of the edition's ceremony by organisation, with their booking, for the caterer."""
    rows = Guest.objects.filter(booking__event__edition=edition)
    return rows.select_related("booking__organisation").order_by(
        "booking__organisation__name", "booking__number", "added_at", "pk"
    )


def who_is_untold(event: Event) -> list[InterestRegistration]:
    """Return who asked for places or to hear of the ceremony, and has had no mail that tables are on sale.

    One for each address, for an organisation if there is one. Who asked for no places after all, and who has
    booked meanwhile, is left out.
    """
    told = OutboxMessage.objects.filter(kind=ON_SALE_KIND, cause=str(event.pk))
    booked = Booking.objects.filter(event=event, cancelled_at__isnull=True)
    rows = registrations_of(event.edition).filter(kind=RegistrationKind.ATTEND).exclude(places=0)
    untold = rows.exclude(email__in=told.values("recipient")).exclude(
        on_register__isnull=False, on_register__in=booked.values("organisation")
    )
    listed = sorted(
        untold.select_related("on_register__merged_into"),
        key=lambda each: (each.on_register_id is not None, each.created_at),
    )
    return list({each.email: each for each in listed}.values())


def sales_in(event: Event) -> dict[str, int]:
    """Return what is sold so far: `bookings` that stand, `places` they hold, `named` guests."""
    live = Booking.objects.filter(event=event, cancelled_at__isnull=True)
    named = Guest.objects.filter(booking__event=event)
    return {"bookings": live.count(), "places": places_sold(event), "named": named.count()}


def _guests_named() -> Coalesce:
    rows = Guest.objects.filter(booking=OuterRef("pk")).order_by().values("booking")
    counted = Subquery(rows.annotate(n=Count("pk")).values("n"), output_field=IntegerField())
    return Coalesce(counted, 0)
