"""Who comes with an organisation to a ceremony: named one by one, or pasted as a list."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from plaudit.ceremony.actions.guest import add_guests, change_guest, remove_guest
from plaudit.ceremony.guest_list import Named, guests_in_text, named_guest
from plaudit.ceremony.models import Guest
from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.people.models import Organisation
from plaudit.sites.components.guest_forms import ChangedGuestForm
from plaudit.sites.entrant.access import for_people, person_of
from plaudit.sites.entrant.forms.tables import GuestListForm, NewGuestForm
from plaudit.sites.entrant.pages.tables import booking_page
from plaudit.sites.entrant.saying import said, to
from plaudit.sites.entrant.views.workspace_bookings import led_booking

PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def workspace_guests(request: HttpRequest, organisation: UUID, booking: UUID) -> HttpResponse:
    """The guests; name another."""
    own, found = led_booking(request, organisation, booking)
    form = NewGuestForm(request.POST) if request.method == "POST" else NewGuestForm()
    if form.is_bound and form.is_valid():
        guests = [_named(form)]
        if _are_added(request, found, guests, form, "name"):
            return _to_guests(own, found, "guest")
    return _page(request, own, found, new=form, pasted=GuestListForm())


@require_POST
@for_people
def workspace_guest_list(request: HttpRequest, organisation: UUID, booking: UUID) -> HttpResponse:
    """Name everybody of a pasted list, or nobody."""
    own, found = led_booking(request, organisation, booking)
    form = GuestListForm(request.POST)
    if form.is_valid():
        guests = guests_in_text(form.cleaned_data["guests"])
        if _are_added(request, found, guests, form, "guests"):
            return _to_guests(own, found, "guests")
    return _page(request, own, found, new=NewGuestForm(), pasted=form)


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def workspace_guest(
    request: HttpRequest, organisation: UUID, booking: UUID, guest: UUID
) -> HttpResponse:
    """One guest, to be changed."""
    own, found = led_booking(request, organisation, booking)
    this = _guest(found, guest)
    form = ChangedGuestForm(request.POST) if request.method == "POST" else ChangedGuestForm.of(this)
    if form.is_bound and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            change_guest(this, _named(form), version=version, by=person_of(request), at=now())
        except Refused as refusal:
            form.add_error("name", refusal.reason)
            stored = found.guests.filter(pk=guest).first()
            form.renew(version=stored.version if stored else version)
        else:
            return _to_guests(own, found, "guest")
    context = {
        "organisation": own,
        "booking": found,
        "guest": this,
        "form": form,
        "at": booking_page(found, own, now()),
    }
    status = 422 if form.errors else 200
    return render(request, "entrant/workspace_guest.html", context, status=status)


@require_POST
@for_people
def workspace_guest_removal(
    request: HttpRequest, organisation: UUID, booking: UUID, guest: UUID
) -> HttpResponse:
    """Take a guest off the list. Somebody who is off it already stays off it."""
    own, found = led_booking(request, organisation, booking)
    this = found.guests.filter(pk=guest).first()
    if this is not None:
        this.booking = found
        remove_guest(this, by=person_of(request), at=now())
    return _to_guests(own, found, "guest-off")


def _are_added(
    request: HttpRequest, booking: Any, guests: list[Named], form: Any, field: str
) -> bool:
    key = form.cleaned_data["key"]
    try:
        add_guests(booking, guests, by=person_of(request), at=now(), key=key)
    except Refused as refusal:
        form.add_error(field, refusal.reason)
        form.renew(key=uuid4())
        return False
    return True


def _named(form: Any) -> Named:
    return named_guest(*(form.cleaned_data[name] for name in ("name", "dietary", "access")))


def _guest(booking: Any, guest_id: UUID) -> Guest:
    found: Guest | None = booking.guests.filter(pk=guest_id).first()
    if found is None:
        raise Http404
    found.booking = booking
    return found


def _to_guests(own: Organisation, booking: Any, what: str) -> HttpResponse:
    return to("workspace_guests", what, organisation=own.pk, booking=booking.pk)


def _page(
    request: HttpRequest,
    own: Organisation,
    booking: Any,
    *,
    new: NewGuestForm,
    pasted: GuestListForm,
) -> HttpResponse:
    context = {
        "organisation": own,
        "booking": booking,
        "at": booking_page(booking, own, now()),
        "page": Paginator(booking.guests.all(), PAGE).get_page(request.GET.get("page")),
        "new": new,
        "pasted": pasted,
        "messages": said(request),
        "has_errors": bool(new.errors or pasted.errors),
    }
    status = 422 if context["has_errors"] else 200
    return render(request, "entrant/workspace_guests.html", context, status=status)
