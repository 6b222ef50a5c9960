"""A guest, changed by the organiser for an organisation whose own time for it is over."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from plaudit.ceremony.actions.guest import change_guest_for_organisation
from plaudit.ceremony.guest_list import named_guest
from plaudit.ceremony.models import Guest
from plaudit.ceremony.queries import bookings_in
from plaudit.ceremony.rules import may_change_guests_for
from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.programmes.models import TeamRole
from plaudit.sites.components.guest_forms import ChangedGuestForm
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.rendering import page, to


@for_team(TeamRole.ENTRIES)
@require_http_methods(["GET", "POST"])
def booking_guest(request: HttpRequest, room: Room, booking: UUID, guest: UUID) -> HttpResponse:
    """One guest, to be changed once names were due."""
    this = _guest(room, booking, guest)
    form = ChangedGuestForm(request.POST) if request.method == "POST" else ChangedGuestForm.of(this)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        named = named_guest(given["name"], given["dietary"], given["access"])
        version, at = given["version"], now()
        try:
            change_guest_for_organisation(this, named, version=version, by=room.person, at=at)
        except Refused as refusal:
            form.add_error("name", refusal.reason)
            this = _guest(room, booking, guest)
            form.renew(version=this.version)
        else:
            return to("organiser_booking", said="guest", edition=room.edition.pk, booking=booking)
    verdict = may_change_guests_for(room.person, this.booking, now())
    context = {
        "booking": this.booking,
        "guest": this,
        "may_change": bool(verdict),
        "why_not": verdict.reason,
    }
    return page(request, room, "booking_guest", "organiser_ceremony", context, forms=[form])


def _guest(room: Room, booking_id: UUID, guest_id: UUID) -> Guest:
    booking = bookings_in(room.edition).filter(pk=booking_id).first()
    if booking is None:
        raise Http404
    found = booking.guests.filter(pk=guest_id).first()
    if found is None:
        raise Http404
    found.booking = booking
    return found
