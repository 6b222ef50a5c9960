"""Signed-in browsers, made without a browser."""

from __future__ import annotations

import secrets
from importlib import import_module
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from bench.load import Request
from bench.site import HOST, PROXY_HEADERS
from plaudit.people.models import Person

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


class Visitor:
    """Makes requests as one person, or as nobody."""

    def __init__(self, person: Person | None = None) -> None:
        self.secret = secrets.token_hex(16)
        cookies = [f"__Host-csrf={self.secret}"]
        if person is not None:
            cookies.append(f"__Host-session={session_of(person)}")
        self.headers = (*PROXY_HEADERS, ("Cookie", "; ".join(cookies)))

    def get(self, path: str) -> Request:
        return Request(path, headers=self.headers)

    def post(self, path: str, fields: dict[str, object], *, script: bool) -> Request:
        body = urlencode({"csrfmiddlewaretoken": self.secret, **fields}).encode()
        headers = (
            *self.headers,
            ("Origin", f"https://{HOST}"),
            ("Content-Type", "application/x-www-form-urlencoded"),
            ("Accept", "application/json" if script else "text/html"),
        )
        return Request(path, method="POST", headers=headers, body=body)


def session_of(person: Person) -> str:
    """Store a session for the person and return its key."""
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    store[SESSION_KEY] = str(person.pk)
    store[BACKEND_SESSION_KEY] = BACKEND
    store[HASH_SESSION_KEY] = person.get_session_auth_hash()
    store.create()
    return str(store.session_key)
