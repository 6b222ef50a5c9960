"""Who reaches the judge's pages: people who are signed in, and only what is on their own list."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from plaudit.judging.actions.recusal import recuse_conflicted
from plaudit.judging.models import Assignment, Judge
from plaudit.judging.queries import assignment_of, is_conflicted, judgeship_of
from plaudit.kit.clock import now
from plaudit.people.models import Person
from plaudit.sites.components.refusals import refusal_page

View = Callable[..., HttpResponseBase]

SIGNED_OUT = (
    "You have been signed out, so nothing was saved. Sign in again in a new tab, then come back here "
    "and send it once more."
)
SIGNED_OUT_BRIEFLY = "You have been signed out. Your scores are kept on this device."


def for_people(view: View) -> View:
    """Let only signed-in people in. A form sent by somebody else gives its typed text back."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        if request.method in {"GET", "HEAD"}:
            return redirect(sign_in_address(request))
        return _signed_out(request)

    return guarded


def sign_in_address(request: HttpRequest) -> str:
    """Return the address of the sign-in page that leads back to this one."""
    return f"{reverse('sign_in')}?{urlencode({'next': request.get_full_path()})}"


def _signed_out(request: HttpRequest) -> HttpResponse:
    is_script = "application/json" in request.headers.get("Accept", "")
    return refusal_page(request, SIGNED_OUT_BRIEFLY if is_script else SIGNED_OUT, status=401)


def person_of(request: HttpRequest) -> Person:
    """Return who is asking; only behind `for_people`."""
    return cast(Person, request.user)


def own_judgeship(request: HttpRequest, judge_id: UUID) -> Judge:
    """Return the person's judgeship with this id; otherwise there is no such page."""
    judge = judgeship_of(person_of(request), judge_id)
    if judge is None:
        raise Http404
    return judge


def own_assignment(
    request: HttpRequest, assignment_id: UUID, *, to_read: bool = False
) -> Assignment:
    """Return the assignment if it is on the person's list at this moment; otherwise there is no such page.

    A conflict that came about since the entry was given is recorded as a recusal here, at once.
    """
    assignment = assignment_of(person_of(request), assignment_id, to_read=to_read)
    if assignment is None or hasattr(assignment, "recusal"):
        raise Http404
    if is_conflicted(assignment):
        recuse_conflicted(assignment, at=now())
        raise Http404
    return assignment


def next_step(judge: Judge) -> str | None:
    """Return the name of the route where the judge has something to do before reading, or None."""
    if not judge.has_accepted_terms:  # type: ignore[attr-defined]
        return "judge_terms"
    return None if judge.is_ready else "judge_interests"  # type: ignore[attr-defined]
