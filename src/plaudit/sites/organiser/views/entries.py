from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from plaudit.entries.files import file_response
from plaudit.entries.models import Entry
from plaudit.entries.queries import attachment_of, latest_submission
from plaudit.entries.searching import found_in_files
from plaudit.judging.queries import current_round
from plaudit.kit.clock import now
from plaudit.programmes.models import TeamRole
from plaudit.results.listing import entries_by_mean, listed_entries, means_of
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.forms.filters import EntryFilters
from plaudit.sites.organiser.pages.entries import entry_page, entry_rows, file_ids
from plaudit.sites.organiser.paging import paged, rest_of_query
from plaudit.sites.organiser.rendering import page


@for_team(TeamRole.ENTRIES, TeamRole.JUDGING)
@require_GET
def entries(request: HttpRequest, room: Room) -> HttpResponse:
    """The edition's entries, searched (in their files too), filtered and ordered; with means for who sees scores."""
    filters = EntryFilters(request.GET, edition=room.edition)
    in_files = found_in_files(room.edition, filters.chosen()["search"])
    found = listed_entries(room.edition, **filters.chosen(), also=in_files)
    in_round = current_round(room.edition, now()) if room.has(TeamRole.JUDGING) else None
    if in_round is not None and filters.by_mean:
        shown = paged(request, entries_by_mean(found, in_round))
        by_id = {entry.pk: entry for entry in found.filter(pk__in=list(shown.object_list))}
        listed = [by_id[key] for key in shown.object_list]
    else:
        shown = paged(request, found)
        listed = list(shown.object_list)
    context = {
        "rows": entry_rows(listed, means_of(listed, in_round), in_files),
        "shown": shown,
        "filters": filters,
        "with_means": in_round is not None,
        "query": rest_of_query(request),
    }
    return page(request, room, "entries", "organiser_entries", context)


def entry_in(room: Room, entry_id: UUID) -> Entry:
    """Return the entry of the room's edition, or answer 404."""
    found = listed_entries(room.edition).filter(pk=entry_id).first()
    if found is None:
        raise Http404
    return found


@for_team(TeamRole.ENTRIES, TeamRole.JUDGING)
@require_GET
def entry(request: HttpRequest, room: Room, entry: UUID) -> HttpResponse:
    """An entry as submitted. Of one that is not submitted, only its title and state."""
    shown = entry_in(room, entry)
    return page(request, room, "entry", "organiser_entries", entry_page(room, shown))


@for_team(TeamRole.ENTRIES, TeamRole.JUDGING)
@require_GET
def file(request: HttpRequest, room: Room, entry: UUID, attachment: UUID) -> HttpResponseBase:
    """A file of the entry as it was last submitted."""
    shown = entry_in(room, entry)
    submission = latest_submission(shown) if shown.status == "submitted" else None
    found = attachment_of(shown, attachment)
    if submission is None or found is None or str(found.pk) not in file_ids(submission.snapshot):
        raise Http404
    return file_response(found, request.headers.get("Range", ""))
