"""Pages for what was refused. Whatever was typed is given back, so that nothing is lost."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

SIGNED_OUT = 401
IDENTIFIER = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
NUMBER = re.compile(r"-(\d{1,3})-")  # of a line among several alike: "line-0-amount"
KEPT_FIELDS_AT_MOST = 60
NEVER_SHOWN = {
    "csrfmiddlewaretoken", "code", "password", "key", "version", "opened", "seen", "substance", "next",
}  # fmt: skip


def typed_text(request: HttpRequest) -> list[tuple[str, str]]:
    """Return the names and values of what a person typed into a refused form, in order; no machine's marks."""
    fields = [
        (NUMBER.sub(_counted, name), value)
        for field, values in request.POST.lists()
        for name in [IDENTIFIER.sub("", field).rstrip("-")]
        for value in values
        if name not in NEVER_SHOWN and _is_typed(value.strip())
    ]
    return fields[:KEPT_FIELDS_AT_MOST]


def _is_typed(value: str) -> bool:
    """Whether it can be somebody's: more than a letter, or a digit such as a score, and no identifier."""
    return (len(value) > 1 or value.isdigit()) and not IDENTIFIER.fullmatch(value)


def _counted(number: re.Match[str]) -> str:
    return f" {int(number[1]) + 1} "


def refusal_page(request: HttpRequest, reason: str, status: int = 403) -> HttpResponse:
    """Answer that a rule said no and why: as JSON to a script, as a page to a person."""
    if "application/json" in request.headers.get("Accept", ""):
        answer = {"saved": False, "reason": reason, "signed_out": status == SIGNED_OUT}
        return JsonResponse(answer, status=status)
    context = {
        "reason": reason,
        "typed": typed_text(request),
        "is_signed_out": status == SIGNED_OUT,
    }
    return render(request, "components/refused.html", context, status=status)


def csrf_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose token has run out, giving the typed text back."""
    if "application/json" in request.headers.get("Accept", ""):
        message = "You have been signed out. Your words are kept on this device."
        answer = {"saved": False, "signed_out": True, "reason": message}
        return JsonResponse(answer, status=403)
    context = {"typed": typed_text(request)}
    return render(request, "components/csrf_refused.html", context, status=403)
