from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from plaudit.judging.actions.scorecard import confirm_scorecards
from plaudit.judging.queries import assignments_of, current_round, totals_of
from plaudit.judging.rules import may_read
from plaudit.kit.clock import now
from plaudit.sites.judge.access import for_people, next_step, own_judgeship, person_of
from plaudit.sites.judge.pages.confirmation import confirmation_page
from plaudit.sites.judge.rendering import page


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def confirmation(request: HttpRequest, judge: UUID) -> HttpResponseBase:
    """Every score on one page, and the button that makes them final."""
    found = own_judgeship(request, judge)
    at = now()
    round_ = current_round(found.edition, at)
    if next_step(found) or round_ is None or not may_read(round_, found.edition, at):
        return redirect("judge_stack", judge=found.pk)
    if request.method == "POST":
        confirm_scorecards(found, round_, by=person_of(request), at=at)
        return redirect("judge_stack", judge=found.pk)
    letters = assignments_of(found, round_)
    shown = confirmation_page(found, round_, letters, totals_of(found, round_), at)
    return page(request, "confirmation", edition=found.edition, confirmation=shown)
