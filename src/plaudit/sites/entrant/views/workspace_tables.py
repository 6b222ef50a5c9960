"""What is on sale at a ceremony, and booking it for an organisation."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from plaudit.ceremony.actions.booking import Billing, Wanted, book, prices_of
from plaudit.ceremony.models import Event
from plaudit.ceremony.queries import bookings_of, events_of, places_left
from plaudit.entries.workspace import editions_for_lead
from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.people.models import Organisation
from plaudit.sites.entrant.access import for_people, person_of
from plaudit.sites.entrant.forms.tables import BookForm
from plaudit.sites.entrant.pages.tables import sale_page, state_sentence
from plaudit.sites.entrant.saying import to
from plaudit.sites.entrant.views.workspace import led_organisation


@require_safe
@for_people
def workspace_tables(request: HttpRequest, organisation: UUID, edition: UUID) -> HttpResponse:
    """What is on sale and what is left; the form to book with, or the way to the booking."""
    own = led_organisation(request, organisation)
    event = _event(own, edition)
    return _page(request, own, event, BookForm(event=event))


@require_POST
@for_people
def workspace_bookings(request: HttpRequest, organisation: UUID, edition: UUID) -> HttpResponse:
    """Book tables and places."""
    own = led_organisation(request, organisation)
    event = _event(own, edition)
    form = BookForm(request.POST, event=event)
    if not form.is_valid():
        return _page(request, own, event, form)
    given = form.cleaned_data
    try:
        booking = book(
            event,
            own,
            Wanted(given["tables"], given["places"]),
            Billing(given.get("purchase_order", ""), given.get("bill_to", "")),
            seen=given["seen"],
            by=person_of(request),
            at=now(),
            key=given["key"],
        )
    except Refused as refusal:
        form.add_error("tables", refusal.reason)
        seen = prices_of(event)
        form.renew(seen=seen, key=uuid4(), **({} if given["seen"] == seen else {"accepted": ""}))
        return _page(request, own, event, form)
    return to("workspace_booking", "booked", organisation=own.pk, booking=booking.pk)


def _event(organisation: Organisation, edition_id: UUID) -> Event:
    """Return the event of an edition that the organisation enters or has booked at; otherwise there is none."""
    edition = editions_for_lead(organisation).filter(pk=edition_id).first()
    if edition is None:
        booked = bookings_of(organisation).filter(event__edition=edition_id).first()
        edition = booked.event.edition if booked else None
    event = events_of([edition]).get(edition.pk) if edition else None
    if event is None:
        raise Http404
    return event


def _page(request: HttpRequest, own: Organisation, event: Event, form: BookForm) -> HttpResponse:
    at = now()
    bookings: list[Any] = list(bookings_of(own).filter(event=event))
    context = {
        "organisation": own,
        "edition_id": event.edition_id,
        "sale": sale_page(event, places_left(event), at),
        "form": form,
        "bookings": [(each, state_sentence(each)) for each in bookings],
        "has_booking": any(each.cancelled_at is None for each in bookings),
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "entrant/workspace_tables.html", context, status=status)
