from __future__ import annotations

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plaudit.judging.actions.invitation import accept_judge_invitation, decline_judge_invitation
from plaudit.judging.models import JudgeInvitation
from plaudit.judging.queries import current_round, invitation_by_token
from plaudit.judging.rules import may_join
from plaudit.kit.clock import now
from plaudit.sites.components.signed_in import sign_in_address
from plaudit.sites.judge.access import for_people, person_of
from plaudit.sites.judge.pages.invitation import invitation_page
from plaudit.sites.judge.rendering import page


@require_safe
def invitation(request: HttpRequest, token: str) -> HttpResponseBase:
    """What the mailed link opens. It answers nothing by itself: mail scanners follow links."""
    found = _named(token)
    person = person_of(request) if request.user.is_authenticated else None
    if person is not None and found.judge is not None and found.judge.person_id == person.pk:
        return redirect("judge_stack", judge=found.judge.pk)
    at = now()
    joining = may_join(current_round(found.edition, at), found.edition, at)
    shown = invitation_page(found, person, sign_in_address(request.get_full_path()), joining)
    return page(request, "invitation", edition=found.edition, invitation=shown)


@require_POST
@for_people
def acceptance(request: HttpRequest, token: str) -> HttpResponseBase:
    judge = accept_judge_invitation(_named(token), by=person_of(request), at=now())
    return redirect("judge_stack", judge=judge.pk)


@require_POST
@for_people
def refusal(request: HttpRequest, token: str) -> HttpResponseBase:
    decline_judge_invitation(_named(token), by=person_of(request), at=now())
    return redirect("judge_invitation", token=token)


def _named(token: str) -> JudgeInvitation:
    found = invitation_by_token(token)
    if found is None:
        raise Http404
    return found
