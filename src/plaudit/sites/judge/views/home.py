from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from plaudit.judging.models import Judge
from plaudit.judging.queries import (
    assignments_of,
    current_round,
    judgeships_of,
    open_invitations,
)
from plaudit.judging.rules import may_read
from plaudit.kit.clock import now
from plaudit.sites.judge.access import for_people, next_step, own_judgeship, person_of
from plaudit.sites.judge.pages.home import editions_page
from plaudit.sites.judge.pages.stack import StackRequest, stack_page
from plaudit.sites.judge.pages.welcome import welcome_page
from plaudit.sites.judge.rendering import page


@require_safe
@for_people
def home(request: HttpRequest) -> HttpResponseBase:
    """The stack of the one edition that the person judges, or a choice of editions and invitations."""
    judgeships = list(judgeships_of(person_of(request)))
    waiting = list(open_invitations(person_of(request)))
    if len(judgeships) == 1 and not waiting:
        return _stack_of(request, judgeships[0])
    return page(request, "home", home=editions_page(judgeships, waiting))


@require_safe
@for_people
def stack(request: HttpRequest, judge: UUID) -> HttpResponseBase:
    return _stack_of(request, own_judgeship(request, judge))


def _stack_of(request: HttpRequest, judge: Judge) -> HttpResponse:
    at = now()
    round_ = current_round(judge.edition, at)
    if next_step(judge) or round_ is None or not may_read(round_, judge.edition, at):
        welcome = welcome_page(judge, round_)
        return page(request, "welcome", edition=judge.edition, welcome=welcome)
    asked = StackRequest.of(request.GET)
    letters = assignments_of(judge, round_)
    shown = stack_page(judge, round_, letters, asked, at)
    return page(request, "stack", edition=judge.edition, stack=shown)
