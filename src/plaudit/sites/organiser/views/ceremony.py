"""The ceremony: what is on sale, who has booked, what came in."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plaudit.ceremony.actions.cancellation import cancel_booking
from plaudit.ceremony.actions.event import set_event
from plaudit.ceremony.actions.notice import tell_who_asked
from plaudit.ceremony.actions.payment import record_booking_payment
from plaudit.ceremony.queries import bookings_in, event_of, search_bookings, still_to_pay
from plaudit.ceremony.rules import may_change_guests_for
from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.programmes.models import TeamRole
from plaudit.sites.components.booking_papers import paper_of
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.forms.ceremony import (
    BookingCancellationForm,
    BookingPaymentForm,
    EventForm,
)
from plaudit.sites.organiser.pages.ceremony import (
    booking_page,
    booking_row,
    change_lines,
    event_page,
)
from plaudit.sites.organiser.paging import paged, rest_of_query
from plaudit.sites.organiser.rendering import page, to

ROUTE = "organiser_ceremony"
SAFE = "The booking is recorded, and its papers with it. Try again in a few minutes."


@for_team(TeamRole.ENTRIES)
@require_GET
def ceremony(request: HttpRequest, room: Room) -> HttpResponse:
    """Where the sale stands, and the bookings; all, or those for which money is still to come or go."""
    event = event_of(room.edition)
    search = request.GET.get("search", "")[:200]
    owed_only = request.GET.get("show") == "owed"
    found = search_bookings(bookings_in(room.edition), search)
    shown = paged(request, still_to_pay(found) if owed_only else found)
    context = {
        "event": event and event_page(event, now()),
        "rows": [booking_row(each) for each in shown.object_list],
        "shown": shown,
        "query": rest_of_query(request),
        "search": search,
        "owed_only": owed_only,
    }
    return page(request, room, "ceremony", ROUTE, context)


@for_team()
@require_http_methods(["GET", "POST"])
def event(request: HttpRequest, room: Room) -> HttpResponse:
    """What is on sale, until when and at what price."""
    stored = event_of(room.edition)
    posted = request.POST if request.method == "POST" else None
    form = EventForm(posted, edition=room.edition, event=stored)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            set_event(
                room.edition,
                form.terms_of_sale(),
                starts_at=given["starts_at"],
                venue=given["venue"],
                version=given["version"],
                by=room.person,
                at=now(),
            )
        except Refused as refusal:
            form.add_error(None, refusal.reason)
            stored = event_of(room.edition)
            form.renew(version=stored.version if stored else 0)
        else:
            return to(ROUTE, said="saved", edition=room.edition.pk)
    return page(request, room, "ceremony_event", ROUTE, {"is_new": stored is None}, forms=[form])


@for_team(TeamRole.ENTRIES)
@require_POST
def notices(request: HttpRequest, room: Room) -> HttpResponse:
    """Write to those who asked for places that these are on sale now."""
    event = event_of(room.edition)
    if event is None:
        raise Http404
    tell_who_asked(event, by=room.person, at=now())
    return to(ROUTE, said="told", edition=room.edition.pk)


@for_team(TeamRole.ENTRIES)
@require_GET
def booking(request: HttpRequest, room: Room, booking: UUID) -> HttpResponse:
    """One booking, with its papers, its guests and what came in."""
    return _booking_page(request, room, _booking(room, booking), BookingPaymentForm())


@for_team(TeamRole.ENTRIES)
@require_POST
def booking_payments(request: HttpRequest, room: Room, booking: UUID) -> HttpResponse:
    """Note that money came in, or went back."""
    found = _booking(room, booking)
    form = BookingPaymentForm(request.POST)
    if form.is_valid():
        try:
            record_booking_payment(found, **form.cleaned_data, by=room.person, at=now())
        except Refused as refusal:
            form.add_error("amount", refusal.reason)
            form.renew(key=uuid4())
        else:
            return to("organiser_booking", said="paid", edition=room.edition.pk, booking=found.pk)
    return _booking_page(request, room, found, form)


@for_team(TeamRole.ENTRIES)
@require_http_methods(["GET", "POST"])
def booking_cancellation(request: HttpRequest, room: Room, booking: UUID) -> HttpResponse:
    """Cancel a booking, with the reason that its organisation reads."""
    found = _booking(room, booking)
    form = (
        BookingCancellationForm(request.POST)
        if request.method == "POST"
        else BookingCancellationForm(initial={"version": found.version})
    )
    if form.is_bound and form.is_valid():
        try:
            cancel_booking(found, **form.cleaned_data, by=room.person, at=now())
        except Refused as refusal:
            form.add_error(None, refusal.reason)
            found = _booking(room, booking)
            form.renew(version=found.version)
        else:
            return to(
                "organiser_booking",
                said="booking-cancelled",
                edition=room.edition.pk,
                booking=found.pk,
            )
    context = {"booking": found, "at": booking_page(found)}
    return page(request, room, "booking_cancellation", ROUTE, context, forms=[form])


@for_team(TeamRole.ENTRIES)
@require_GET
def booking_paper(request: HttpRequest, room: Room, booking: UUID, movement: UUID) -> HttpResponse:
    """An invoice, a credit note or a confirmation, as a file."""
    return paper_of(request, _booking(room, booking), movement, safe=SAFE)


def _booking(room: Room, booking_id: UUID) -> Any:
    found = bookings_in(room.edition).filter(pk=booking_id).first()
    if found is None:
        raise Http404
    return found


def _booking_page(
    request: HttpRequest, room: Room, found: Any, form: BookingPaymentForm
) -> HttpResponse:
    shown = paged(request, found.guests.all())
    context = {
        "booking": found,
        "at": booking_page(found),
        "may_change": bool(may_change_guests_for(room.person, found, now())),
        "changes": change_lines(found),
        "shown": shown,
        "query": rest_of_query(request),
    }
    return page(request, room, "booking", ROUTE, context, forms=[form])
