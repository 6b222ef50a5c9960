from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from plaudit.judging.actions.scorecard import ScorecardConflict, save_scores
from plaudit.judging.models import Assignment, Scorecard
from plaudit.judging.queries import assignment_of, next_unread, places_of, scores_of
from plaudit.kit.clock import now
from plaudit.kit.dates import clock_time
from plaudit.sites.components.refusals import refusal_page
from plaudit.sites.judge.access import for_people, own_assignment, person_of
from plaudit.sites.judge.forms.scorecard import Filled, UnreadableScorecard, read_scorecard
from plaudit.sites.judge.pages.conflict import conflict_page, stored_fields
from plaudit.sites.judge.rendering import page


@require_POST
@for_people
def scorecard(request: HttpRequest, assignment: UUID) -> HttpResponseBase:
    """Save a scorecard: what it names is changed, the rest stays. Scripts are answered in JSON."""
    found = own_assignment(request, assignment)
    saved = _save(request, found)
    if isinstance(saved, HttpResponse):
        return saved
    if not _is_script(request):
        return redirect("judge_entry", assignment=found.pk)
    return JsonResponse(
        {
            "saved": True,
            "version": saved.version,
            "saved_at": saved.saved_at.isoformat().replace("+00:00", "Z"),
            "saved_at_text": clock_time(saved.saved_at, found.judge.edition.zone),
        }
    )


@require_POST
@for_people
def onward(request: HttpRequest, assignment: UUID) -> HttpResponseBase:
    """Save a scorecard and go to the next unread entry, or to the list when there is none."""
    found = own_assignment(request, assignment)
    saved = _save(request, found)
    if isinstance(saved, HttpResponse):
        return saved
    coming = next_unread(places_of(found.judge, found.round), after=found.pk)
    if coming is None:
        return redirect("judge_stack", judge=found.judge_id)
    return redirect("judge_entry", assignment=coming.assignment)


def _save(request: HttpRequest, found: Assignment) -> Scorecard | HttpResponse:
    """Save what was posted, or answer why it cannot be."""
    try:
        filled = read_scorecard(request.POST, found, scores_of(found))
    except UnreadableScorecard as error:
        return refusal_page(request, str(error), status=422)
    try:
        return save_scores(
            found,
            by=person_of(request),
            at=now(),
            scores=filled.scores,
            comment=filled.comment,
            version=filled.version,
            key=filled.key,
        )
    except ScorecardConflict:
        return _conflict(request, found, filled)


def _is_script(request: HttpRequest) -> bool:
    return "application/json" in request.headers.get("Accept", "")


def _conflict(request: HttpRequest, found: Assignment, filled: Filled) -> HttpResponse:
    """Answer with what is stored now. Nothing was written; what was typed goes back to the page."""
    current = assignment_of(person_of(request), found.pk) or found
    card = getattr(current, "scorecard", None) or Scorecard(assignment=current)
    scores = scores_of(current)
    saved_at = clock_time(card.saved_at, current.judge.edition.zone)
    if _is_script(request):
        fields = stored_fields(card, scores)
        conflict = {"version": card.version, "by": "", "at_text": saved_at, "fields": fields}
        return JsonResponse({"saved": False, "conflict": conflict}, status=409)
    shown = conflict_page(current, card, scores, filled, saved_at)
    return page(
        request,
        "conflict",
        edition=current.judge.edition,
        conflict=shown,
        address=reverse("judge_scorecard", args=[current.pk]),
        entry=reverse("judge_entry", args=[current.pk]),
        status=409,
    )
