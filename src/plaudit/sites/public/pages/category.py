"""The category page: what each part of it says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from plaudit.kit.dates import day, hour, zone_name
from plaudit.people.models import OrganisationKind
from plaudit.programmes.models import Category, WeightUnit
from plaudit.programmes.queries import Criterion
from plaudit.programmes.rules import closing_instant


@dataclass(frozen=True)
class Section:
    """A criterion as a reader meets it; `note` is its limit and weight."""

    name: str
    note: str
    prompts: Sequence[str]


def sections(criteria: Sequence[Criterion]) -> list[Section]:
    return [Section(one.name, _note(one), one.prompts) for one in criteria]


def facts(
    category: Category, criteria: Sequence[Criterion], at: dt.datetime
) -> list[tuple[str, str]]:
    """Return what one wants to know before reading on: deadline, length, who may lead, how many partners."""
    return [
        *_deadline(category, at),
        *_length(category, criteria),
        *_leading(category),
        *_partners(category),
    ]


def summary(category: Category) -> str:
    """Return a sentence for search engines and shared links."""
    return category.purpose or " ".join(category.introduction.split())[:200]


def _note(criterion: Criterion) -> str:
    parts = []
    if criterion.word_limit:
        parts.append(f"up to {criterion.word_limit:,} words")
    if not criterion.is_scored:
        parts.append("not scored")
    elif criterion.weight is not None:
        weight = f"{criterion.weight.normalize():f}"
        parts.append(
            f"{weight}% of the score"
            if criterion.weight_unit == WeightUnit.PERCENT
            else f"{weight} points"
        )
    return ", ".join(parts)


def _deadline(category: Category, at: dt.datetime) -> list[tuple[str, str]]:
    """The deadline while it is ahead; once it is past, the page says at its head that entries are closed."""
    zone, closes_at = category.edition.zone, closing_instant(category)
    if at > closes_at:
        return []
    return [("Deadline", f"{day(closes_at, zone)}, {hour(closes_at, zone)} ({zone_name(zone)})")]


def _length(category: Category, criteria: Sequence[Criterion]) -> list[tuple[str, str]]:
    if category.whole_entry_word_limit:
        return [("Length", f"Up to {category.whole_entry_word_limit:,} words in all")]
    limits = [criterion.word_limit for criterion in criteria]
    if not limits:
        return []
    count = f"{len(limits)} {'answer' if len(limits) == 1 else 'answers'}"
    if len(set(limits)) == 1 and limits[0]:
        return [("Length", f"{count} of up to {limits[0]:,} words")]
    return [("Length", count)]


def _leading(category: Category) -> list[tuple[str, str]]:
    names = [
        str(OrganisationKind(kind).label)
        for kind in category.lead_kinds
        if kind in OrganisationKind.values
    ]
    return [("Who may lead", "; ".join(names))] if names else []


def _partners(category: Category) -> list[tuple[str, str]]:
    if category.minimum_organisations < 2:
        return []
    return [("Partners", f"At least {category.minimum_organisations} organisations together")]
