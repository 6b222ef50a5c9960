from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from plaudit.kit.clock import now
from plaudit.programmes.rules import closing_instant, may_enter
from plaudit.sites.public.pages.category import facts, sections, summary
from plaudit.sites.public.pages.prose import blocks
from plaudit.sites.public.pages.times import category_state
from plaudit.sites.public.reading import edition_or_404, form_or_404
from plaudit.sites.public.rendering import open_page


@require_safe
def category(request: HttpRequest, programme: str, edition: str, category: str) -> HttpResponse:
    """Show a category with the whole of its form, before anybody has to register."""
    at = now()
    this = edition_or_404(programme, edition)
    form = form_or_404(this, category)
    award, criteria = form.category, form.criteria
    return open_page(
        request,
        "category",
        this,
        "public_edition",
        at=at,
        changes=[closing_instant(award)],
        category=award,
        is_open=bool(may_enter(award, at)),
        state=category_state(award, at),
        facts=facts(award, criteria, at),
        introduction=blocks(award.introduction),
        eligibility=blocks(award.eligibility),
        questions=form.questions,
        sections=sections(criteria),
        anchors=form.anchors,
        description=summary(award),
    )
