"""Making one organisation of two: find the other, compare, merge."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_POST

from plaudit.kit.clock import now
from plaudit.people.actions.merge import merge_organisations
from plaudit.people.queries import find_organisation, search_organisations
from plaudit.programmes.models import TeamRole
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.pages.register import register_row, side_by_side
from plaudit.sites.organiser.rendering import page, to
from plaudit.sites.organiser.views.register import organisation_in_register


@for_team(TeamRole.ENTRIES)
@require_GET
def preview(request: HttpRequest, room: Room, organisation: UUID) -> HttpResponse:
    """Find the duplicate of an organisation, and see both side by side. Nothing is merged here."""
    kept = organisation_in_register(organisation)
    other = find_organisation(request.GET.get("other", "")[:40])
    other = None if other is None or other.pk == kept.pk else other
    find = request.GET.get("find", "")[:200]
    found = [each for each in search_organisations(find) if each.pk != kept.pk]
    context = {
        "organisation": kept,
        "other": other,
        "lines": side_by_side(kept, other) if other else [],
        "find": find,
        "found": [register_row(each) for each in found],
    }
    return page(request, room, "merging", "organiser_settings", context)


@for_team(TeamRole.ENTRIES)
@require_POST
def merges(request: HttpRequest, room: Room, organisation: UUID) -> HttpResponse:
    """Merge another organisation into this one."""
    kept = organisation_in_register(organisation)
    merged = find_organisation(request.POST.get("other", "")[:40])
    if merged is None:
        raise Http404
    merge_organisations(kept, merged, by=room.person, at=now())
    return to(
        "organiser_organisation", said="merged", edition=room.edition.pk, organisation=kept.pk
    )
