from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from plaudit.kit.clock import now
from plaudit.sites.organiser.access import EVERYBODY, Room, for_team
from plaudit.sites.organiser.pages.overview import overview
from plaudit.sites.organiser.rendering import page


@for_team(*EVERYBODY)
@require_GET
def edition(request: HttpRequest, room: Room) -> HttpResponse:
    """The organiser's home."""
    return page(request, room, "edition", "organiser_edition", overview(room, now()))
