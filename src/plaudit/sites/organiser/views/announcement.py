from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.results.actions.announcement import cancel_announcement, set_announcement
from plaudit.results.queries import decided_outcomes
from plaudit.results.rules import may_set_release
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.forms.announcement import AnnouncementForm
from plaudit.sites.organiser.pages.announcement import announcement_page
from plaudit.sites.organiser.rendering import page, to


@for_team()
@require_GET
def announcement(request: HttpRequest, room: Room) -> HttpResponse:
    """All awards as decided, and the moment at which they become public."""
    return _shown(request, room, AnnouncementForm.of(room.edition))


@for_team()
@require_http_methods(["GET", "POST"])
def confirmation(request: HttpRequest, room: Room) -> HttpResponse:
    """Read once more what will be announced, and when. Nothing is set yet."""
    if request.method == "GET":
        return redirect("organiser_announcement", edition=room.edition.pk)
    form = AnnouncementForm(request.POST, edition=room.edition)
    if form.is_valid():
        at = now()
        release_at = form.cleaned_data["release_at"]
        verdict = may_set_release(room.edition, release_at, decided_outcomes(room.edition), at)
        if verdict:
            context = announcement_page(room.edition, at, release_at) | {
                "typed": request.POST["release_at"]
            }
            return page(request, room, "announcement_confirmation", "organiser_results", context)
        form.add_error("release_at", verdict.reason)
    return _shown(request, room, form)


@for_team()
@require_http_methods(["GET", "POST"])
def setting(request: HttpRequest, room: Room) -> HttpResponse:
    """Set the moment."""
    if request.method == "GET":
        return redirect("organiser_announcement", edition=room.edition.pk)
    form = AnnouncementForm(request.POST, edition=room.edition)
    if form.is_valid():
        try:
            set_announcement(
                room.edition, form.cleaned_data["release_at"], by=room.person, at=now()
            )
        except Refused as error:
            form.add_error("release_at", error.reason)
        else:
            return to("organiser_announcement", said="announced", edition=room.edition.pk)
    return _shown(request, room, form)


@for_team()
@require_POST
def cancellation(request: HttpRequest, room: Room) -> HttpResponse:
    """Call the announcement off."""
    cancel_announcement(room.edition, by=room.person, at=now())
    return to("organiser_announcement", said="cancelled", edition=room.edition.pk)


def _shown(request: HttpRequest, room: Room, form: AnnouncementForm) -> HttpResponse:
    context = announcement_page(room.edition, now(), None) | {"form": form}
    return page(request, room, "announcement", "organiser_results", context, forms=[form])
