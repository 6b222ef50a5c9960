from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from plaudit.entries.models import EntryStatus
from plaudit.entries.queries import latest_submission
from plaudit.programmes.models import TeamRole
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.pages.earlier import earlier_page
from plaudit.sites.organiser.rendering import page
from plaudit.sites.organiser.views.entries import entry_in


@for_team(TeamRole.ENTRIES, TeamRole.JUDGING)
@require_GET
def earlier(request: HttpRequest, room: Room, entry: UUID) -> HttpResponse:
    """An entry beside the one it was started from, both as submitted to this programme."""
    shown = entry_in(room, entry)
    before = shown.carried_from
    if before is None or shown.status != EntryStatus.SUBMITTED:
        raise Http404
    is_ours = before.edition.programme_id == room.edition.programme_id
    context = earlier_page(
        shown, latest_submission(shown), latest_submission(before) if is_ours else None
    )
    return page(request, room, "earlier", "organiser_entries", context)
