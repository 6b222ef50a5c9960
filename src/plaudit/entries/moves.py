"""Reads about moving an entry: what would go along, and what is parked."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, Q

from plaudit.entries.engines.adviser import Advice, Described, closest
from plaudit.entries.models import Answer, CategoryMove, Entry
from plaudit.programmes.models import Category, CategoryCriterion, Edition
from plaudit.programmes.queries import published_categories


@dataclass(frozen=True)
class Consequence:
    """What moving to a category would do: names of criteria."""

    carried: list[str]
    parked: list[str]
    restored: list[str]
    fresh: list[str]


def parked_answers(entry: Entry) -> list[Answer]:
    """Return the answers with words that the entry's category does not ask for, with criterion and category."""
    rows = entry.answers.exclude(criterion__category=F("entry__category")).filter(words__gt=0)
    return list(
        rows.select_related("criterion__criterion", "criterion__category", "saved_by")
        .defer("document")
        .order_by("criterion__category__name", "criterion__position")
    )


@dataclass(frozen=True)
class PlaceNow:
    """Where an answer is that stood under a criterion of an earlier category; None: it is parked."""

    criterion_id: UUID | None


def place_now(entry: Entry, criterion_id: UUID) -> PlaceNow | None:
    """Return where the answer to a criterion that the entry was asked before it was moved is now, or None.

    An answer that was parked keeps its criterion; one that went along stands under the criterion of the same
    name.
    """
    categories = Q()
    for before, after in entry.moves.values_list("from_category", "to_category"):
        categories |= Q(category__in=[before, after])
    if not categories:
        return None
    asked_then = CategoryCriterion.objects.filter(categories, pk=criterion_id).first()
    if asked_then is None:
        return None
    if entry.answers.filter(criterion=asked_then).exists():
        return PlaceNow(None)
    asked = entry.category.criteria.filter(criterion=asked_then.criterion_id)
    return PlaceNow(asked.values_list("pk", flat=True).first())


def moves_of(entry: Entry) -> list[CategoryMove]:
    """Return the entry's moves, last first, with their categories and who made them."""
    rows = entry.moves.select_related("from_category", "to_category", "moved_by")
    return list(rows.order_by("-moved_at"))


def consequence_of(entry: Entry, category: Category) -> Consequence:
    """Return what moving the entry to the category would do."""
    written = {
        answer.criterion.criterion_id: answer
        for answer in entry.answers.filter(words__gt=0)
        .select_related("criterion__criterion")
        .defer("document", "text")
        .order_by("criterion__position")
    }
    asked = list(category.criteria.select_related("criterion"))
    shared = {row.criterion_id for row in asked}
    here = {
        key for key, answer in written.items() if answer.criterion.category_id == entry.category_id
    }
    return Consequence(
        carried=[row.name for row in asked if row.criterion_id in here],
        parked=[answer.criterion.name for key, answer in written.items() if key in here - shared],
        restored=[row.name for row in asked if row.criterion_id in set(written) - here],
        fresh=[row.name for row in asked if row.criterion_id not in written],
    )


def advice_on(edition: Edition, title: str, summary: str) -> list[tuple[Category, Advice]]:
    """Return the published categories of the edition closest to the words, the closest first. Two queries."""
    categories = {str(each.pk): each for each in published_categories(edition)}
    prompts: dict[str, list[str]] = {}
    rows = CategoryCriterion.objects.filter(category__in=list(categories)).values_list(
        "category_id", "prompts__text"
    )
    for key, text in rows.order_by("position", "prompts__position"):
        prompts.setdefault(str(key), []).append(text or "")
    described = [
        Described(
            key, each.name, f"{each.purpose} {each.introduction}", tuple(prompts.get(key, ()))
        )
        for key, each in categories.items()
    ]
    advice = closest(title, summary, described)
    return [(categories[each.key], each) for each in advice]
