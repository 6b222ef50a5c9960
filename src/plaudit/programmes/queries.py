"""Reads of programmes, editions and categories. Pages fetch through these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet

from plaudit.kit.rows import first_row
from plaudit.people.models import Person
from plaudit.programmes.models import (
    Category,
    CategoryCriterion,
    Edition,
    Prompt,
    TeamMember,
    TeamRole,
)
from plaudit.programmes.statements import (
    PUBLISHED_EDITION,
    PUBLISHED_FORM,
    category_in,
    edition_in,
)


def published_editions() -> QuerySet[Edition]:
    """Return every published edition with its programme, the one that opened last first."""
    return (
        Edition.objects.filter(published_at__isnull=False)
        .select_related("programme")
        .order_by("-opens_at", "name")
    )


def published_edition(programme_slug: str, edition_slug: str) -> Edition | None:
    """Return the published edition at this address with its programme, or None."""
    row = first_row(PUBLISHED_EDITION, [programme_slug, edition_slug])
    return None if row is None else edition_in(row)


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


@dataclass(frozen=True)
class PublishedForm:
    """A published category with its group, and the whole of its form. `questions` are answered yes or no."""

    category: Category
    questions: list[str]
    criteria: list[Criterion]
    anchors: list[Anchor]


def published_form(edition: Edition, slug: str) -> PublishedForm | None:
    """Return the edition's published category at this address with its form, or None: one query."""
    row = first_row(PUBLISHED_FORM, [edition.pk, slug])
    if row is None:
        return None
    questions, criteria, anchors = (part or [] for part in row[-3:])
    return PublishedForm(
        category=category_in(row, edition),
        questions=questions,
        criteria=[
            Criterion(name, limit, Decimal(weight) if weight else None, *rest)
            for name, limit, weight, *rest in criteria
        ],
        anchors=[Anchor(value, meaning) for value, meaning in anchors],
    )


def editions_managed_by(person: Person) -> QuerySet[Edition]:
    """Return the editions of every programme on whose team the person is, the newest first."""
    held = TeamMember.objects.filter(person=person, programme=OuterRef("programme"))
    return (
        Edition.objects.filter(Exists(held))
        .select_related("programme")
        .order_by("-opens_at", "name")
    )


def managed_edition(person: Person, edition_id: UUID) -> Edition | None:
    """Return the edition with its programme when the person is on its team; None otherwise."""
    return editions_managed_by(person).filter(pk=edition_id).first()


def roles_of(person: Person, edition: Edition) -> frozenset[TeamRole]:
    """Return every role the person holds in the edition's team; the director's is returned alone."""
    held = TeamMember.objects.filter(person=person, programme=edition.programme_id)
    return frozenset(TeamRole(role) for role in held.values_list("role", flat=True))


def team_of(edition: Edition) -> QuerySet[TeamMember]:
    """Return the programme's team with their people, by name."""
    return (
        TeamMember.objects.filter(programme=edition.programme_id)
        .select_related("person")
        .order_by("person__name", "person__email", "role")
    )


def _whole_form() -> Prefetch[str, QuerySet[CategoryCriterion], str]:
    criteria = CategoryCriterion.objects.select_related("criterion").order_by("position")
    prompts = Prefetch("prompts", Prompt.objects.order_by("position"))
    return Prefetch("criteria", criteria.prefetch_related(prompts))


def published_categories(edition: Edition) -> QuerySet[Category]:
    """Return the edition's published categories in order, each with group, criteria and prompts."""
    return (
        edition.categories.filter(published_at__isnull=False)
        .select_related("group")
        .prefetch_related(_whole_form())
        .order_by("group__position", "position", "name")
    )


def category_form(category: Category) -> list[CategoryCriterion]:
    """Return the category's sections in order, with their names and prompts: two queries."""
    criteria = (
        CategoryCriterion.objects.filter(category=category)
        .select_related("criterion")
        .order_by("position")
    )
    return list(criteria.prefetch_related(Prefetch("prompts", Prompt.objects.order_by("position"))))


def categories_of(edition: Edition) -> QuerySet[Category]:
    """Return all the edition's categories, drafts included, each with `section_count` and `prompt_count`."""
    return (
        edition.categories.select_related("group")
        .annotate(
            section_count=Count("criteria", distinct=True),
            prompt_count=Count("criteria__prompts", distinct=True),
        )
        .order_by("group__position", "position", "name")
    )


def managed_category(edition: Edition, category_id: UUID) -> Category | None:
    """Return the category of this edition with its group, or None."""
    return edition.categories.select_related("group").filter(pk=category_id).first()


def criterion_names(edition: Edition) -> list[str]:
    """Return the names of the edition's criteria in order."""
    return list(edition.criteria.order_by("position").values_list("name", flat=True))
