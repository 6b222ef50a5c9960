"""Who reaches the entrant's pages: people who are signed in, and only what they work on."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from plaudit.entries.models import Entry
from plaudit.entries.queries import entry_of
from plaudit.people.models import Person
from plaudit.sites.components.refusals import refusal_page

P = ParamSpec("P")

SIGNED_OUT = (
    "You have been signed out, so nothing was saved. Sign in again in a new tab, then come back here and "
    "send it once more."
)
SIGNED_OUT_BRIEFLY = "You have been signed out. Your words are kept on this device."


def for_people(
    view: Callable[Concatenate[HttpRequest, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Let only signed-in people in. A form sent by somebody else gives its typed text back."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        return signed_out(request)

    return guarded


def signed_out(request: HttpRequest) -> HttpResponse:
    """Send a reader to sign in and back again; answer a form with what was typed in it."""
    if request.method in {"GET", "HEAD"}:
        return sign_in_first(request.get_full_path())
    is_script = "application/json" in request.headers.get("Accept", "")
    return refusal_page(request, SIGNED_OUT_BRIEFLY if is_script else SIGNED_OUT, status=401)


def sign_in_first(address: str) -> HttpResponse:
    """Send to the sign-in page, which leads on to `address`."""
    return redirect(f"{reverse('sign_in')}?{urlencode({'next': address})}")


def person_of(request: HttpRequest) -> Person:
    """Return who is asking; only behind `for_people`."""
    return cast(Person, request.user)


def own_entry(request: HttpRequest, entry_id: UUID) -> Entry:
    """Return the entry if the person works on it; otherwise there is no such page."""
    entry = entry_of(person_of(request), entry_id)
    if entry is None:
        raise Http404
    return entry
