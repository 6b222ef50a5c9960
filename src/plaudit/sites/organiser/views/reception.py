from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from plaudit.entries.actions.reception import receive
from plaudit.entries.queries import latest_submission
from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.programmes.models import TeamRole
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.forms.reception import ReceptionForm
from plaudit.sites.organiser.rendering import page, to
from plaudit.sites.organiser.views.entries import entry_in


@for_team(TeamRole.ENTRIES)
@require_http_methods(["GET", "POST"])
def receptions(request: HttpRequest, room: Room, entry: UUID) -> HttpResponse:
    """Say whether a submitted entry is in order, so that its people know."""
    shown = entry_in(room, entry)
    submission = latest_submission(shown) if shown.status == "submitted" else None
    if submission is None:
        raise Http404
    form = ReceptionForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            receive(
                submission,
                is_in_order=form.cleaned_data["is_in_order"] == "yes",
                note=form.cleaned_data["note"],
                by=room.person,
                at=now(),
            )
        except Refused as refusal:
            form.add_error(None, refusal.reason)
        else:
            return to("organiser_entry", said="received", edition=room.edition.pk, entry=shown.pk)
    context = {"entry": shown, "title": submission.snapshot["title"], "form": form}
    return page(request, room, "reception", "organiser_entries", context, forms=[form])
