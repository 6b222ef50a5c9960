from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from plaudit.kit.clock import now
from plaudit.results.queries import awards_released, corrections_released
from plaudit.results.rules import release_instant
from plaudit.sites.public.pages.winners import announced, corrected, honours
from plaudit.sites.public.reading import edition_or_404
from plaudit.sites.public.rendering import open_page


@require_safe
def winners(request: HttpRequest, programme: str, edition: str) -> HttpResponse:
    """Show the awards from the instant of their release. Before it there is no such page."""
    at = now()
    this = edition_or_404(programme, edition)
    released_at = release_instant(this)
    if released_at is None or released_at > at:
        raise Http404
    return open_page(
        request,
        "winners",
        this,
        "public_winners",
        at=at,
        announced=announced(this, released_at),
        honours=honours(
            awards_released(this, at), corrected(corrections_released(this, at), this.zone)
        ),
    )
