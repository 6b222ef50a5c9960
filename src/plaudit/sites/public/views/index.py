from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from plaudit.kit.clock import now
from plaudit.programmes.queries import published_editions
from plaudit.results.queries import released_editions
from plaudit.sites.public.caching import keep, seconds_fresh
from plaudit.sites.public.pages.times import edition_state
from plaudit.sites.public.rendering import plain_page

SHOWN = 50


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Lead to the one published edition, or list them all."""
    at = now()
    editions = list(published_editions()[:SHOWN])
    if len(editions) == 1:
        only = editions[0]
        response: HttpResponse = redirect(
            "public_edition", programme=only.programme.slug, edition=only.slug
        )
        return keep(response, seconds_fresh(at, []))
    released = released_editions(editions, at)
    rows = [
        {
            "name": one.name,
            "where": {"programme": one.programme.slug, "edition": one.slug},
            "strapline": one.strapline,
            "state": edition_state(one, at, is_released=one.pk in released),
            "is_released": one.pk in released,
        }
        for one in editions
    ]
    response = plain_page(request, "index", rows=rows)
    return keep(
        response,
        seconds_fresh(at, [change for one in editions for change in (one.opens_at, one.closes_at)]),
    )
