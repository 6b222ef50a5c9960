"""The token that shows that a form came from a page of ours (CSRF), as Django checks it."""

from __future__ import annotations

import secrets

from django.http import HttpRequest
from django.middleware.csrf import CSRF_ALLOWED_CHARS, CSRF_SECRET_LENGTH, get_token
from django.utils.html import format_html

PLACE = {character: place for place, character in enumerate(CSRF_ALLOWED_CHARS)}
COUNT = len(CSRF_ALLOWED_CHARS)
MASKS: int = COUNT**CSRF_SECRET_LENGTH


class TokenInput:
    """The hidden field of a form. The token is made when a template first shows it."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        self._made: str | None = None

    def __html__(self) -> str:
        if self._made is None:
            field = '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
            self._made = format_html(field, form_token(self._request))
        return self._made

    def __str__(self) -> str:
        return self.__html__()


def form_token(request: HttpRequest) -> str:
    """Return the token of the reader's browser under a mask, so that no two pages hold the same.

    As Django's `get_token`, which asks the system for randomness once for each of 32 characters, and sends the
    cookie with every page: here once for all, and only to a browser that has none. A page that shows a token
    varies with the cookie.
    """
    secret = request.META.get("CSRF_COOKIE")
    if secret is None:
        return get_token(request)
    request.META["CSRF_TOKEN_SHOWN"] = True
    return masked(secret)


def masked(secret: str) -> str:
    """Return a mask and the secret under it: 64 of Django's characters, of which it reads the secret again."""
    drawn, mask, cipher = secrets.randbelow(MASKS), [], []
    for character in secret:
        drawn, shift = divmod(drawn, COUNT)
        mask.append(CSRF_ALLOWED_CHARS[shift])
        cipher.append(CSRF_ALLOWED_CHARS[(PLACE[character] + shift) % COUNT])
    return "".join(mask + cipher)
