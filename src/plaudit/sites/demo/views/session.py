from __future__ import annotations

from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from plaudit.kit.clock import now
from plaudit.people.devices import remember_device
from plaudit.people.queries import find_person
from plaudit.sites.demo.browser import without_kept_pages
from plaudit.sites.demo.cast import role_called

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@require_POST
def become(request: HttpRequest, role: str) -> HttpResponse:
    """Sign in as somebody of the demo, in a session of a new name, and go to where their work is."""
    wanted = role_called(role)
    if wanted is None:
        raise Http404
    if not wanted.email:
        logout(request)
        return without_kept_pages(redirect(wanted.landing))
    person = find_person(wanted.email)
    if person is None:
        return render(request, "demo/not_built.html", status=409)
    logout(request)
    login(request, person, backend=BACKEND)
    remember_device(request.session, user_agent=request.headers.get("User-Agent", ""), at=now())
    return without_kept_pages(redirect(wanted.landing))
