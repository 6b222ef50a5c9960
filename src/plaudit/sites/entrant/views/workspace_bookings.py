"""An organisation's booking at a ceremony: what it holds, what it costs, changing it and giving it up."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plaudit.ceremony.actions.booking import Billing, Wanted, change_billing, change_booking
from plaudit.ceremony.actions.cancellation import give_up_booking
from plaudit.ceremony.queries import bookings_of
from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.people.models import Organisation
from plaudit.sites.components.booking_papers import paper_of
from plaudit.sites.entrant.access import for_people, person_of
from plaudit.sites.entrant.forms.tables import BillingForm, CancelForm, ChangeForm
from plaudit.sites.entrant.pages.tables import booking_page
from plaudit.sites.entrant.saying import said, to
from plaudit.sites.entrant.views.workspace import led_organisation

SAFE = "The booking is recorded, and its papers with it. Try again in a few minutes; they also come by mail."


@require_safe
@for_people
def workspace_booking(request: HttpRequest, organisation: UUID, booking: UUID) -> HttpResponse:
    """The booking, with forms to change it while booking is open."""
    own, found = led_booking(request, organisation, booking)
    return _page(request, own, found)


@require_POST
@for_people
def workspace_booking_changes(
    request: HttpRequest, organisation: UUID, booking: UUID
) -> HttpResponse:
    """Book more, or give some back."""
    own, found = led_booking(request, organisation, booking)
    form = ChangeForm(request.POST, auto_id="id_change_%s")
    if form.is_valid():
        given = form.cleaned_data
        wanted = Wanted(given["tables"], given["places"])
        try:
            change_booking(
                found,
                wanted,
                version=given["version"],
                by=person_of(request),
                at=now(),
                key=given["key"],
            )
        except Refused as refusal:
            form.add_error("tables", refusal.reason)
            found = led_booking(request, organisation, booking)[1]
            form.renew(version=found.version, key=uuid4())
        else:
            return to("workspace_booking", "booking-changed", organisation=own.pk, booking=found.pk)
    return _page(request, own, found, change=form)


@require_POST
@for_people
def workspace_booking_billing(
    request: HttpRequest, organisation: UUID, booking: UUID
) -> HttpResponse:
    """Change what stands on invoices."""
    own, found = led_booking(request, organisation, booking)
    form = BillingForm(request.POST, auto_id="id_billing_%s")
    if form.is_valid():
        given = form.cleaned_data
        billing = Billing(given["purchase_order"], given["bill_to"])
        try:
            change_billing(
                found, billing, version=given["version"], by=person_of(request), at=now()
            )
        except Refused as refusal:
            form.add_error(None, refusal.reason)
            found = led_booking(request, organisation, booking)[1]
            form.renew(version=found.version)
        else:
            return to("workspace_booking", "billing", organisation=own.pk, booking=found.pk)
    return _page(request, own, found, billing=form)


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def workspace_booking_cancellation(
    request: HttpRequest, organisation: UUID, booking: UUID
) -> HttpResponse:
    """What cancelling means, and doing it."""
    own, found = led_booking(request, organisation, booking)
    form = (
        CancelForm(request.POST)
        if request.method == "POST"
        else CancelForm(initial={"version": found.version})
    )
    if form.is_bound and form.is_valid():
        try:
            give_up_booking(found, **form.cleaned_data, by=person_of(request), at=now())
        except Refused as refusal:
            form.add_error(None, refusal.reason)
            found = led_booking(request, organisation, booking)[1]
            form.renew(version=found.version)
        else:
            return to(
                "workspace_booking", "booking-cancelled", organisation=own.pk, booking=found.pk
            )
    context = {
        "organisation": own,
        "booking": found,
        "form": form,
        "at": booking_page(found, own, now()),
    }
    status = 422 if form.errors else 200
    return render(request, "entrant/workspace_booking_cancellation.html", context, status=status)


@require_safe
@for_people
def workspace_booking_paper(
    request: HttpRequest, organisation: UUID, booking: UUID, movement: UUID
) -> HttpResponse:
    """An invoice, a credit note or a confirmation, as a file."""
    _, found = led_booking(request, organisation, booking)
    return paper_of(request, found, movement, safe=SAFE)


def led_booking(
    request: HttpRequest, organisation_id: UUID, booking_id: UUID
) -> tuple[Organisation, Any]:
    """Return the organisation and its booking, if the person leads its awards; otherwise there is no such page."""
    own = led_organisation(request, organisation_id)
    found = bookings_of(own).filter(pk=booking_id).first()
    if found is None:
        raise Http404
    return own, found


def _page(
    request: HttpRequest,
    own: Organisation,
    booking: Any,
    *,
    change: ChangeForm | None = None,
    billing: BillingForm | None = None,
) -> HttpResponse:
    forms = [form for form in (change, billing) if form is not None]
    has_errors = any(form.errors for form in forms)
    context = {
        "organisation": own,
        "booking": booking,
        "at": booking_page(booking, own, now()),
        "change": change or ChangeForm.of(booking),
        "billing": billing or BillingForm.of(booking),
        "has_errors": has_errors,
        "messages": said(request),
    }
    status = 422 if has_errors else 200
    return render(request, "entrant/workspace_booking.html", context, status=status)
