from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods

from plaudit.judging.actions.allocation import AllocationReport, allocate_entries
from plaudit.judging.actions.recusal import recuse
from plaudit.judging.models import Round
from plaudit.judging.queries import current_round, panel_progress
from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.programmes.models import TeamRole
from plaudit.results.listing import listed_assignments
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.forms.judge import RecusalForm
from plaudit.sites.organiser.pages.allocation import assignment_rows, panel_rows
from plaudit.sites.organiser.paging import paged, rest_of_query
from plaudit.sites.organiser.rendering import page, to
from plaudit.sites.organiser.views.category import category_in


@for_team(TeamRole.JUDGING)
@require_http_methods(["GET", "POST"])
def allocation(request: HttpRequest, room: Room) -> HttpResponse:
    """What giving out entries would do now; and doing it."""
    round_ = current_round(room.edition, now())
    if request.method == "POST" and round_ is not None:
        done = allocate_entries(round_, by=room.person, at=now())
        return to(
            "organiser_allocation",
            said="allocated" if done.assigned else "",
            edition=room.edition.pk,
        )
    report, refusal = _would_do(room, round_) if round_ else (None, "")
    context = {
        "round": round_,
        "report": report,
        "refusal": refusal,
        "panels": panel_rows(panel_progress(round_), room.edition) if round_ else [],
    }
    return page(request, room, "allocation", "organiser_judging", context)


def _would_do(room: Room, round_: Round) -> tuple[AllocationReport | None, str]:
    """Run the allocation and take it back, so that its preview is exact."""
    try:
        with transaction.atomic():
            report = allocate_entries(round_, by=room.person, at=now())
            transaction.set_rollback(True)
    except Refused as error:
        return None, error.reason
    return report, ""


@for_team(TeamRole.JUDGING)
@require_GET
def progress(request: HttpRequest, room: Room) -> HttpResponse:
    """How far each panel has come."""
    round_ = current_round(room.edition, now())
    panels = panel_rows(panel_progress(round_), room.edition) if round_ else []
    return page(request, room, "progress", "organiser_judging", {"round": round_, "panels": panels})


@for_team(TeamRole.JUDGING)
@require_GET
def assignments(request: HttpRequest, room: Room, category: UUID) -> HttpResponse:
    """Who reads what in one category."""
    shown_category = category_in(room, category)
    round_ = current_round(room.edition, now())
    if round_ is None:
        raise Http404
    found = listed_assignments(shown_category, round_)
    search = request.GET.get("search", "").strip().replace("\x00", "")
    if search:
        found = found.filter(judge__person__name__icontains=search) | found.filter(
            entry__title__icontains=search
        )
    shown = paged(request, found)
    context = {
        "category": shown_category,
        "rows": assignment_rows(shown.object_list, room.edition),
        "shown": shown,
        "search": search,
        "query": rest_of_query(request),
    }
    return page(request, room, "assignments", "organiser_judging", context)


@for_team(TeamRole.JUDGING)
@require_http_methods(["GET", "POST"])
def recusal(request: HttpRequest, room: Room, category: UUID, assignment: UUID) -> HttpResponse:
    """Take a judge off an entry."""
    shown_category = category_in(room, category)
    round_ = current_round(room.edition, now())
    found = (
        listed_assignments(shown_category, round_).filter(pk=assignment).first() if round_ else None
    )
    if found is None:
        raise Http404
    form = RecusalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        recuse(found, by=room.person, at=now(), reason=form.cleaned_data["reason"])
        return to(
            "organiser_assignments", said="recused", edition=room.edition.pk, category=category
        )
    context = {"category": shown_category, "assignment": found, "form": form}
    return page(request, room, "recusal", "organiser_judging", context, forms=[form])
