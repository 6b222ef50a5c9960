from __future__ import annotations

from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from plaudit.entries.actions.extension import extend_closing
from plaudit.entries.extensions import extension_for_all, extensions_of
from plaudit.entries.models import Extension
from plaudit.kit.clock import now
from plaudit.kit.dates import minute_moment, moment
from plaudit.kit.verdict import Refused
from plaudit.programmes.models import TeamRole
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.forms.extensions import ExtensionForm
from plaudit.sites.organiser.paging import paged
from plaudit.sites.organiser.rendering import page, to


@for_team(TeamRole.ENTRIES)
@require_http_methods(["GET", "POST"])
def extensions(request: HttpRequest, room: Room) -> HttpResponse:
    """Give an entry, a category or everybody more time, and see what was given so far."""
    form = ExtensionForm(request.POST if request.method == "POST" else None, edition=room.edition)
    if form.is_bound and form.is_valid():
        category, entry = form.chosen()
        try:
            extend_closing(
                room.edition,
                category=category,
                entry=entry,
                closes_at=form.cleaned_data["closes_at"],
                reason=form.cleaned_data["reason"],
                by=room.person,
                at=now(),
            )
        except Refused as refusal:
            form.add_error(None, refusal.reason)
        else:
            return to("organiser_extensions", said="extended", edition=room.edition.pk)
    extended = extension_for_all(room.edition)
    shown = paged(request, extensions_of(room.edition))
    context = {
        "form": form,
        "shown": shown,
        "rows": [_row(each, room.edition.zone) for each in shown.object_list],
        "closing": moment(room.edition.closes_at, room.edition.zone),
        "is_director": room.has(TeamRole.DIRECTOR),
        "extended": moment(extended, room.edition.zone) if extended else "",
    }
    return page(request, room, "extensions", "organiser_settings", context, forms=[form])


def _row(extension: Extension, zone: ZoneInfo) -> dict[str, str]:
    whom = "All entries"
    if extension.entry is not None:
        whom = extension.entry.reference
    elif extension.category is not None:
        whom = f"All entries in {extension.category.name}"
    granted = minute_moment(extension.granted_at, zone)
    return {
        "whom": whom,
        "until": moment(extension.closes_at, zone),
        "reason": extension.reason,
        "granted": f"Given by {extension.granted_by.display_name}, {granted}",
    }
