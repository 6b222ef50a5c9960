from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from plaudit.judging.queries import current_round
from plaudit.kit.clock import now
from plaudit.kit.verdict import Refused
from plaudit.programmes.models import Category, TeamRole
from plaudit.results.actions.decision import record_decisions
from plaudit.results.adjusted import Adjustment, adjustment_of
from plaudit.results.queries import corrections_of, decisions_of, ranking
from plaudit.results.rules import may_decide, outcomes_are_complete
from plaudit.results.standing import Readings, readings_by_category
from plaudit.sites.organiser.access import Room, for_team
from plaudit.sites.organiser.forms.decision import DecisionForms
from plaudit.sites.organiser.pages.corrections import corrections_so_far
from plaudit.sites.organiser.pages.results import (
    category_results,
    in_adjusted_order,
    readings_line,
    result_rows,
    titles_of,
)
from plaudit.sites.organiser.paging import paged
from plaudit.sites.organiser.rendering import page, to
from plaudit.sites.organiser.views.category import category_in


@for_team(TeamRole.JUDGING)
@require_GET
def results(request: HttpRequest, room: Room) -> HttpResponse:
    """The categories, how far judging is, and what is decided."""
    at = now()
    round_ = current_round(room.edition, at)
    return page(
        request, room, "results", "organiser_results", category_results(room.edition, round_, at)
    )


@for_team(TeamRole.JUDGING)
@require_GET
def result(request: HttpRequest, room: Room, category: UUID) -> HttpResponse:
    """The ranking of one category, and the decision on each of its entries."""
    return _result(request, room, category_in(room, category), None)


@for_team(TeamRole.JUDGING)
@require_http_methods(["GET", "POST"])
def decisions(request: HttpRequest, room: Room, category: UUID) -> HttpResponse:
    """Record the decisions typed on the page, all or none."""
    shown = category_in(room, category)
    if request.method == "GET":
        return redirect("organiser_result", edition=room.edition.pk, category=shown.pk)
    typed = DecisionForms.typed(request.POST)
    if typed.is_valid():
        try:
            record_decisions(shown, typed.chosen(), by=room.person, at=now())
        except Refused as error:
            typed.complain(error.reason)
        else:
            return to(
                "organiser_result", said="decided", edition=room.edition.pk, category=shown.pk
            )
    return _result(request, room, shown, typed)


def _result(
    request: HttpRequest, room: Room, category: Category, typed: DecisionForms | None
) -> HttpResponse:
    at = now()
    round_ = current_round(room.edition, at)
    ranked = ranking(category, round_) if round_ else []
    adjustment = adjustment_of(category, round_) if round_ else Adjustment({}, 1, [])
    by_adjusted = request.GET.get("order") == "adjusted" and bool(adjustment.scores)
    shown = paged(request, in_adjusted_order(ranked, adjustment) if by_adjusted else ranked)
    standing = decisions_of(category)
    entries = titles_of(category, [one.scores.key for one in shown.object_list])
    rows = result_rows(room.edition, list(shown.object_list), entries, standing, adjustment)
    forms = typed or DecisionForms.of(rows, standing)
    complete = outcomes_are_complete([decision.outcome for decision in standing.values()])
    readings = readings_by_category(round_).get(category.pk) if round_ else None
    fixed = may_decide(room.edition, at).reason
    context = {
        "category": category,
        "unsettled": readings_line(readings or Readings()),
        "round": round_,
        "rows": rows,
        "ranks": sum(1 for one in ranked if one.rank is not None),
        "adjustment": adjustment,
        "by_adjusted": by_adjusted,
        "decisions": forms.by_entry,
        "shown": shown,
        "incomplete": complete.reason if standing else "",
        "fixed": fixed,
        "history": corrections_so_far(room.edition, corrections_of(category)) if fixed else [],
    }
    return page(
        request,
        room,
        "result",
        "organiser_results",
        context,
        forms=forms.forms,
    )
