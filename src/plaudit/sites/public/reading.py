"""What the public pages read: few queries each, however many categories, criteria or prompts there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

from django.db.models import F
from django.http import Http404

from plaudit.programmes.models import Category, Edition
from plaudit.programmes.queries import published_edition


@dataclass(frozen=True)
class Anchor:
    """What a score means."""

    value: int
    meaning: str


@dataclass(frozen=True)
class Criterion:
    """A section of the form: its name, limit, weight (None: unweighted) and prompts."""

    name: str
    word_limit: int | None
    weight: Decimal | None
    weight_unit: str
    is_scored: bool
    prompts: Sequence[str]


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


def category_or_404(edition: Edition, slug: str) -> tuple[Category, list[str]]:
    """Return the published category and the yes-or-no questions of its form. One query, a row a question."""
    rows = list(
        edition.categories.filter(slug=slug, published_at__isnull=False)
        .select_related("group")
        .defer("source_text")
        .annotate(question=F("eligibility_questions__text"))
        .order_by("eligibility_questions__position")
    )
    if not rows:
        raise Http404
    category = rows[0]
    category.edition = edition
    return category, [row.question for row in rows if row.question is not None]


def criteria_of(category: Category) -> list[Criterion]:
    """Return the category's sections in order with their prompts. One query, a row a prompt."""
    rows = category.criteria.order_by("position", "prompts__position").values_list(
        "criterion__name",
        "word_limit",
        "weight",
        "weight_unit",
        "is_scored",
        "prompts__text",
        "position",
    )
    sections = []
    for _, of_one in groupby(rows, key=itemgetter(-1)):
        prompts = list(of_one)
        name, word_limit, weight, weight_unit, is_scored = prompts[0][:5]
        texts = [row[5] for row in prompts if row[5] is not None]
        sections.append(Criterion(name, word_limit, weight, weight_unit, is_scored, texts))
    return sections


def categories_to_list(edition: Edition) -> list[Category]:
    """Return the edition's published categories with their groups, in the order of the page. One query."""
    return list(
        edition.categories.filter(published_at__isnull=False)
        .select_related("group")
        .defer("source_text", "introduction", "eligibility")
        .order_by(F("group__position").asc(nulls_last=True), "position", "name")
    )
