"""What the public pages read: few queries each, however many categories, criteria or prompts there are."""

from __future__ import annotations

from django.db.models import F
from django.http import Http404

from plaudit.programmes.models import Category, Edition
from plaudit.programmes.queries import Anchor, PublishedForm, published_edition, published_form


def edition_or_404(programme: str, edition: str) -> Edition:
    """Return the published edition at the address, with its programme. One query."""
    found = published_edition(programme, edition)
    if found is None:
        raise Http404
    return found


def anchors_of(edition: Edition) -> list[Anchor]:
    """Return what the edition's scores mean, lowest first. One query."""
    rows = edition.score_anchors.order_by("value").values_list("value", "meaning")
    return [Anchor(value, meaning) for value, meaning in rows]


def form_or_404(edition: Edition, slug: str) -> PublishedForm:
    """Return the published category with the whole of its form. One query."""
    found = published_form(edition, slug)
    if found is None:
        raise Http404
    return found


def categories_to_list(edition: Edition) -> list[Category]:
    """Return the edition's published categories with their groups, in the order of the page. One query."""
    return list(
        edition.categories.filter(published_at__isnull=False)
        .select_related("group")
        .defer("source_text", "introduction", "eligibility")
        .order_by(F("group__position").asc(nulls_last=True), "position", "name")
    )
