from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from plaudit.kit.clock import now
from plaudit.programmes.actions.edition import change_edition
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.forms.files import FilesForm
from plaudit.sites.organiser.rendering import page, to


@for_team()
@require_http_methods(["GET", "POST"])
def files(request: HttpRequest, room: Room) -> HttpResponse:
    """Which files entrants may add. Those that are there already stay."""
    form = FilesForm(request.POST) if request.method == "POST" else FilesForm.of(room.edition)
    if form.is_bound and form.is_valid():
        change_edition(room.edition, by=room.person, at=now(), **form.cleaned_data)
        return to("organiser_files", said="saved", edition=room.edition.pk)
    return page(request, room, "files", "organiser_settings", forms=[form])
