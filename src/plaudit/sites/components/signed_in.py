"""Pages that only signed-in people reach, and what a signed-out reader or form is answered."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from plaudit.people.models import Person
from plaudit.sites.components.refusals import SIGNED_OUT, refusal_page

View = Callable[..., HttpResponseBase]

SENT_SIGNED_OUT = (
    "You have been signed out, so nothing was saved. Sign in again in a new tab, then come back here and "
    "send it once more."
)


def only_signed_in(kept: str) -> Callable[[View], View]:
    """Let only signed-in people in. `kept` tells a script, in a sentence, what is safe on the device.

    A reader is sent to sign in and back again; a form is answered with what was typed in it.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.user.is_authenticated:
                return view(request, *args, **kwargs)
            return _signed_out(request, kept)

        return guarded

    return decorate


def _signed_out(request: HttpRequest, kept: str) -> HttpResponse:
    if request.method in {"GET", "HEAD"}:
        return redirect(sign_in_address(request.get_full_path()))
    is_script = "application/json" in request.headers.get("Accept", "")
    told = f"You have been signed out. {kept}" if is_script else SENT_SIGNED_OUT
    return refusal_page(request, told, status=SIGNED_OUT)


def sign_in_address(address: str) -> str:
    """Return the address of the sign-in page that leads on to `address`."""
    return f"{reverse('sign_in')}?{urlencode({'next': address})}"


def person_of(request: HttpRequest) -> Person:
    """Return who is asking; only behind `only_signed_in`."""
    return cast(Person, request.user)
