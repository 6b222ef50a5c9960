"""Two kinds of public page: those that are the same for everybody, and those with a form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.backends.utils import csrf_input_lazy
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from plaudit.kit.clock import now
from plaudit.programmes.models import Edition
from plaudit.results.rules import release_instant
from plaudit.sites.public.caching import keep, seconds_fresh

SECTIONS = [
    ("Categories", "public_edition"),
    ("How it works", "public_how"),
    ("Judges", "public_judges"),
    ("Questions", "public_faq"),
    ("Contact", "public_contact"),
]
WINNERS = ("Winners", "public_winners")


def open_page(
    request: HttpRequest,
    template: str,
    edition: Edition,
    current: str,
    *,
    at: dt.datetime,
    changes: Iterable[dt.datetime | None] = (),
    **context: Any,
) -> HttpResponse:
    """Render a page that is the same for everybody, to be kept by caches until it changes.

    The template is not given the request, so nothing of who is asking can reach the page, and neither a
    session nor a cookie is touched. `changes` are the instants at which the page's own text changes; those
    of the edition are known here.
    """
    released_at = release_instant(edition)
    is_released = released_at is not None and released_at <= at
    context = _frame(request, edition, current, is_released=is_released) | context
    response = HttpResponse(render_to_string(f"public/{template}.html", context))
    return keep(
        response, seconds_fresh(at, [released_at, edition.opens_at, edition.closes_at, *changes])
    )


def form_page(
    request: HttpRequest,
    template: str,
    edition: Edition,
    current: str = "",
    *,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """Render a page with a form. It carries a token in a cookie, so it is never kept."""
    released_at = release_instant(edition)
    is_released = released_at is not None and released_at <= now()
    context = _frame(request, edition, current, is_released=is_released) | context
    context["csrf_input"] = csrf_input_lazy(request)
    return HttpResponse(render_to_string(f"public/{template}.html", context), status=status)


def plain_page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    """Render a page that belongs to no edition."""
    return HttpResponse(render_to_string(f"public/{template}.html", _basics(request) | context))


def _frame(
    request: HttpRequest, edition: Edition, current: str, *, is_released: bool
) -> dict[str, Any]:
    where = {"programme": edition.programme.slug, "edition": edition.slug}
    sections = [WINNERS, *SECTIONS] if is_released else SECTIONS
    links = [(text, route, reverse(route, kwargs=where)) for text, route in sections]
    return _basics(request) | {
        "edition": edition,
        "where": where,
        "is_released": is_released,
        "home_url": reverse("public_edition", kwargs=where),
        "nav": [
            {"text": text, "href": address, "is_current": route == current}
            for text, route, address in links
        ],
        "edition_nav": [(text, address) for text, _, address in links],
    }


def _basics(request: HttpRequest) -> dict[str, Any]:
    basics: dict[str, Any] = {
        "csp_nonce": SimpleLazyObject(lambda: str(request.csp_nonce)),  # type: ignore[attr-defined]
        "person": None,
        "demo": settings.DEMO,
        "account_nav": [{"text": "Your entries", "href": reverse("home")}],
        "description": "",
        "canonical": f"{settings.BASE_URL}{request.path}",
    }
    if settings.DEMO:
        basics["request"] = request
    return basics
