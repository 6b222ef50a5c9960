from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.utils.functional import SimpleLazyObject

from plaudit.people.models import Person


def signed_in_person(request: HttpRequest) -> Person | AnonymousUser:
    """Return who is asking, by the one query that reads the session."""
    key = request.session.get(SESSION_KEY)
    person: Person | None = getattr(request.session, "person", None)
    if key is None or person is None or not person.is_active:
        return AnonymousUser()
    stamp = request.session.get(HASH_SESSION_KEY, "")
    if not constant_time_compare(stamp, person.get_session_auth_hash()):
        return AnonymousUser()
    return person


class PersonMiddleware:
    """Sets `request.user`, lazily. Takes the place of Django's own, which asks the database twice."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.user = SimpleLazyObject(lambda: signed_in_person(request))  # type: ignore[assignment]
        return self.get_response(request)
