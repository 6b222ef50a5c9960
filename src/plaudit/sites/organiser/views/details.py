from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.programmes.actions.edition import change_edition, publish_edition
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.forms.details import DetailsForm
from plaudit.sites.organiser.rendering import page, to


@for_team()
@require_http_methods(["GET", "POST"])
def details(request: HttpRequest, room: Room) -> HttpResponse:
    """The edition's dates, texts and colour."""
    form = DetailsForm(request.POST) if request.method == "POST" else DetailsForm.of(room.edition)
    if form.is_bound and form.is_valid():
        try:
            change_edition(room.edition, by=room.person, at=now(), **form.cleaned_data)
        except Refused as error:
            form.add_error("closes_at", error.reason)
        else:
            return to("organiser_details", said="saved", edition=room.edition.pk)
    return page(request, room, "details", "organiser_settings", forms=[form])


@for_team()
@require_POST
def publication(request: HttpRequest, room: Room) -> HttpResponse:
    """Publish the edition."""
    publish_edition(room.edition, by=room.person, at=now())
    return to("organiser_edition", said="edition-published", edition=room.edition.pk)
