from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from plaudit.enquiries.queries import desks_of
from plaudit.kit.clock import now
from plaudit.programmes.rules import closing_instant
from plaudit.sites.public.pages.desks import shown_desks
from plaudit.sites.public.pages.edition import groups
from plaudit.sites.public.pages.judges import public_judges
from plaudit.sites.public.pages.prose import blocks
from plaudit.sites.public.pages.times import edition_state, key_dates, zone_note
from plaudit.sites.public.reading import categories_to_list, edition_or_404
from plaudit.sites.public.rendering import open_page


@require_safe
def edition(request: HttpRequest, programme: str, edition: str) -> HttpResponse:
    """Show the programme's home."""
    at = now()
    this = edition_or_404(programme, edition)
    categories = categories_to_list(this)
    for category in categories:
        category.edition = this
    return open_page(
        request,
        "edition",
        this,
        "public_edition",
        at=at,
        changes=[
            this.judging_opens_at,
            this.judging_closes_at,
            this.ceremony_at,
            *map(closing_instant, categories),
        ],
        description=this.strapline,
        groups=groups(categories),
        category_count=len(categories),
        can_still_be_entered=any(at <= closing_instant(category) for category in categories),
        state=edition_state(this, at),
        dates=key_dates(this, at),
        zone_note=zone_note(this),
        introduction=blocks(this.introduction),
        how_it_works=blocks(this.how_it_works),
        judges=public_judges(this),
        desks=shown_desks(desks_of(this)),
    )
