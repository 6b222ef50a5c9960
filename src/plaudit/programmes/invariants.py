"""What must hold in the whole database, whatever happened: one sentence for each breach."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.db.models import Exists, F, OuterRef

from plaudit.programmes.models import (
    Category,
    CategoryCriterion,
    Edition,
    Programme,
    TeamMember,
    TeamRole,
)


def every_programme_has_a_director() -> Iterator[str]:
    directors = TeamMember.objects.filter(programme=OuterRef("pk"), role=TeamRole.DIRECTOR)
    for programme in Programme.objects.exclude(Exists(directors)):
        yield f"Programme {programme.slug} has no director."


def criteria_belong_to_their_category_s_edition() -> Iterator[str]:
    strays = CategoryCriterion.objects.exclude(criterion__edition=F("category__edition"))
    for stray in strays.select_related("category"):
        yield f"A section of category {stray.category.slug} names another edition's criterion."


def groups_belong_to_their_category_s_edition() -> Iterator[str]:
    grouped = Category.objects.filter(group__isnull=False)
    for category in grouped.exclude(group__edition=F("edition")):
        yield f"Category {category.slug} is in another edition's group."


def published_categories_can_be_scored() -> Iterator[str]:
    scored = CategoryCriterion.objects.filter(category=OuterRef("pk"), is_scored=True)
    published = Category.objects.filter(published_at__isnull=False)
    for category in published.exclude(Exists(scored)):
        yield f"Category {category.slug} is published and has no scored section."


def judging_opens_after_entries_close() -> Iterator[str]:
    for edition in Edition.objects.filter(judging_opens_at__lt=F("closes_at")):
        yield f"Edition {edition.slug} opens judging before entries close."


INVARIANTS: list[Callable[[], Iterator[str]]] = [
    every_programme_has_a_director,
    criteria_belong_to_their_category_s_edition,
    groups_belong_to_their_category_s_edition,
    published_categories_can_be_scored,
    judging_opens_after_entries_close,
]
