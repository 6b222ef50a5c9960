from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods

from plaudit.enquiries.queries import desks_of
from plaudit.kit.clock import now
from plaudit.programmes.models import TeamRole
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.desks import add_desk, change_desk
from plaudit.sites.organiser.forms.desk import DeskForm
from plaudit.sites.organiser.rendering import page, to

FIELDS = ["purpose", "role", "contact_name", "phone", "email"]


@for_team(TeamRole.ENTRIES)
@require_GET
def desks(request: HttpRequest, room: Room) -> HttpResponse:
    """The edition's enquiry desks."""
    return page(request, room, "desks", "organiser_settings", {"desks": desks_of(room.edition)})


@for_team(TeamRole.ENTRIES)
@require_http_methods(["GET", "POST"])
def new_desk(request: HttpRequest, room: Room) -> HttpResponse:
    """Add a desk."""
    form = DeskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        add_desk(room.edition, by=room.person, at=now(), **form.values())
        return to("organiser_desks", said="saved", edition=room.edition.pk)
    context = {"form": form, "desk": None}
    return page(request, room, "desk", "organiser_settings", context, forms=[form])


@for_team(TeamRole.ENTRIES)
@require_http_methods(["GET", "POST"])
def desk(request: HttpRequest, room: Room, desk: UUID) -> HttpResponse:
    """What a desk is for, and whom it shows."""
    stored = desks_of(room.edition).filter(pk=desk).first()
    if stored is None:
        raise Http404
    stored.edition = room.edition
    form = DeskForm(request.POST or None, initial={name: getattr(stored, name) for name in FIELDS})
    if request.method == "POST" and form.is_valid():
        change_desk(stored, by=room.person, at=now(), **form.values())
        return to("organiser_desks", said="saved", edition=room.edition.pk)
    context = {"form": form, "desk": stored}
    return page(request, room, "desk", "organiser_settings", context, forms=[form])
