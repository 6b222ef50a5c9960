"""Since when a browser has had an entry open: what the grace goes by, on every page of the entry.

While an edition with a grace is about to close, each page of an entry leaves a signed word of it in the browser, for
that entry alone. It holds for the person who opened the page, for four hours.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

from plaudit.entries.closing import (
    FORM_STAYS_OPEN,
    form_opened_at,
    remember_opening,
    window_for,
)
from plaudit.entries.models import Entry
from plaudit.entries.rules import level_of
from plaudit.entries.tokens import LASTS, mint_token, opened_at_in
from plaudit.kit.clock import now
from plaudit.people.models import Person

COOKIE = "opened"
_SHOWN = "plaudit.entry_shown"
View = Callable[..., HttpResponseBase]


def recall_opening(request: HttpRequest, entry: Entry, person: Person) -> None:
    """Have the rules know, of this object, since when the person has had the entry open."""
    window, at = window_for(entry), now()
    if not window.grace:
        return
    if window.closes_at - FORM_STAYS_OPEN <= at <= window.closes_at:
        token = mint_token(entry, person, level_of(person, entry) or "read", at=at)
        request.META[_SHOWN] = (entry.pk, token)
    elif window.closes_at < at <= window.closes_at + window.grace:
        opened_at = opened_at_in(
            request.COOKIES.get(COOKIE, ""), entry_id=entry.pk, person_id=person.pk
        )
        remember_opening(entry, opened_at or form_opened_at(entry, person, at))


def keeps_opening(view: View) -> View:
    """Leave in the browser that it has the entry open, where the view showed one about to close."""

    @wraps(view)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if _SHOWN in request.META and request.method == "GET":
            entry, token = request.META[_SHOWN]
            response.set_cookie(
                COOKIE,
                token,
                max_age=LASTS,
                path=reverse("entry_desk", args=[entry]),
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
        return response

    return kept
