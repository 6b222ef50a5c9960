from __future__ import annotations

from uuid import UUID

from csp.constants import SELF
from csp.decorators import csp_update
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from plaudit.judging.projection import entry_for_judge
from plaudit.judging.queries import places_of, scores_of
from plaudit.judging.rules import may_read
from plaudit.kit.clock import now
from plaudit.sites.judge.access import for_people, own_assignment
from plaudit.sites.judge.pages.entry import entry_page
from plaudit.sites.judge.pages.scorecard import scorecard_page
from plaudit.sites.judge.rendering import page


@require_safe
@csp_update({"frame-src": [SELF]})  # type: ignore[untyped-decorator,unused-ignore]
@for_people
def entry(request: HttpRequest, assignment: UUID) -> HttpResponseBase:
    """One entry to read, and the scorecard beside it."""
    at = now()
    found = own_assignment(request, assignment, to_read=True)
    judge, round_ = found.judge, found.round
    if not found.is_ready or not may_read(round_, judge.edition, at):  # type: ignore[attr-defined]
        return redirect("judge_stack", judge=judge.pk)
    read = entry_for_judge(found)
    if read is None:
        raise Http404
    return page(
        request,
        "entry",
        edition=judge.edition,
        entry=entry_page(found, read, places_of(judge, round_)),
        card=scorecard_page(found, read, scores_of(found), at),
    )
