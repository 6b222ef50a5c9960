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

from plaudit.people.middleware import signed_in_person
from plaudit.people.models import Person
from plaudit.sites.components.refusals import signed_out_page

View = Callable[..., HttpResponseBase]


def only_signed_in(kept: str) -> Callable[[View], View]:
    """Let only signed-in people in. `kept` tells a script, in a sentence, what is safe on the device.

    A reader is sent to sign in and back again; a form travels in the pages of signing in, to be sent after all.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            person = signed_in_person(request)
            if not person.is_authenticated:
                return _signed_out(request, kept)
            request.user = person  # itself, not what stands in for it until somebody asks
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def _signed_out(request: HttpRequest, kept: str) -> HttpResponse:
    if request.method in {"GET", "HEAD"}:
        return redirect(sign_in_address(request.get_full_path()))
    return signed_out_page(request, f"You have been signed out. {kept}")


def sign_in_address(address: str) -> str:
    """Return the address of the sign-in page that leads on to `address`."""
    return f"{reverse('sign_in')}?{urlencode({'next': address})}"


def person_of(request: HttpRequest) -> Person:
    """Return who is asking; only behind `only_signed_in`."""
    return cast(Person, request.user)
