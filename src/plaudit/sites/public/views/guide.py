"""The pages one reads before deciding to enter."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from plaudit.kit.clock import now
from plaudit.sites.public.pages.judges import public_judges
from plaudit.sites.public.pages.prose import blocks
from plaudit.sites.public.pages.times import key_dates, zone_note
from plaudit.sites.public.reading import anchors_of, edition_or_404
from plaudit.sites.public.rendering import open_page


@require_safe
def how_it_works(request: HttpRequest, programme: str, edition: str) -> HttpResponse:
    """Say how the programme runs, from reading a category to hearing the result."""
    at = now()
    this = edition_or_404(programme, edition)
    return open_page(
        request,
        "how_it_works",
        this,
        "public_how",
        at=at,
        changes=[this.judging_opens_at, this.judging_closes_at, this.ceremony_at],
        text=blocks(this.how_it_works),
        dates=key_dates(this, at),
        zone_note=zone_note(this),
    )


@require_safe
def judges(request: HttpRequest, programme: str, edition: str) -> HttpResponse:
    """Say how entries are scored, and by whom where the organiser names its judges."""
    at = now()
    this = edition_or_404(programme, edition)
    people = public_judges(this)
    return open_page(
        request, "judges", this, "public_judges", at=at, anchors=anchors_of(this), people=people
    )


@require_safe
def questions(request: HttpRequest, programme: str, edition: str) -> HttpResponse:
    """Answer what is asked often."""
    this = edition_or_404(programme, edition)
    answers = [(one.question, blocks(one.answer)) for one in this.questions.all()]
    return open_page(request, "questions", this, "public_faq", at=now(), answers=answers)
