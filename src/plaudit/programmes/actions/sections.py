from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import ProtectedError

from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person
from plaudit.programmes.models import (
    Category,
    CategoryCriterion,
    Criterion,
    Edition,
    Prompt,
    TeamRole,
)
from plaudit.programmes.rules import may_change_sections, may_work_for
from plaudit.programmes.sections import Section

NAME_LENGTH = 120


@transaction.atomic
def change_sections(
    category: Category, sections: Sequence[Section], *, by: Person, at: dt.datetime
) -> None:
    """Make `sections`, in their order, all that the category asks.

    Checks that `by` looks after entries, that judging has not opened, and the names. A section that
    entrants have answered can be renamed and reworded, never removed. Locks the edition. Raises `Refused`.
    """
    require(may_work_for(by, category.edition.programme, TeamRole.ENTRIES))
    require(may_change_sections(category, at))
    edition = Edition.objects.select_for_update().get(pk=category.edition_id)
    write_sections(category, edition, sections)
    edition.criteria.filter(uses__isnull=True).delete()


def write_sections(category: Category, edition: Edition, sections: Sequence[Section]) -> None:
    """Store the sections of a category whose edition is locked. Raises `Refused` on bad names."""
    _check_names(sections)
    kept = {section.keep for section in sections if section.keep}
    try:
        category.criteria.exclude(pk__in=kept).delete()
    except ProtectedError as error:
        raise Refused(
            "Entrants have already answered a section that you removed. Keep it, or reword it."
        ) from error
    named = {criterion.name.casefold(): criterion for criterion in edition.criteria.all()}
    stored = {row.pk: row for row in category.criteria.all()}
    criteria = [_criterion(edition, named, section.name) for section in sections]
    _set_aside(category, stored, criteria, sections)
    rows = []
    for position, (section, criterion) in enumerate(zip(sections, criteria, strict=True), start=1):
        row = stored.get(section.keep) if section.keep else None
        row = row or CategoryCriterion(category=category)
        row.criterion = criterion
        row.position = position
        row.word_limit = section.word_limit
        row.weight = section.weight
        row.weight_unit = section.weight_unit if section.weight is not None else ""
        row.is_scored = section.is_scored
        row.save()
        rows.append(row)
    _write_prompts(rows, sections)


def _check_names(sections: Sequence[Section]) -> None:
    seen: set[str] = set()
    for section in sections:
        name = section.name.strip()
        if not name:
            raise Refused("Every section needs a name.")
        if len(name) > NAME_LENGTH:
            raise Refused(
                f"“{name[:60]}…” is too long for a section's name: keep to 120 characters."
            )
        if name.casefold() in seen:
            raise Refused(f"Two sections are called “{name}”. Give each its own name.")
        seen.add(name.casefold())


def _criterion(edition: Edition, named: dict[str, Criterion], name: str) -> Criterion:
    """Return the edition's criterion of this name, ignoring case; made at the end if there is none."""
    name = name.strip()
    found = named.get(name.casefold())
    if found is None:
        last = max((criterion.position for criterion in named.values()), default=0)
        found = Criterion.objects.create(edition=edition, name=name, position=last + 1)
        named[name.casefold()] = found
    return found


def _set_aside(
    category: Category,
    stored: dict[UUID, CategoryCriterion],
    criteria: Sequence[Criterion],
    sections: Sequence[Section],
) -> None:
    """Give sections that swap names a passing one each, so that no name is held twice on the way."""
    for section, criterion in zip(sections, criteria, strict=True):
        row = stored.get(section.keep) if section.keep else None
        if row is not None and row.criterion_id != criterion.pk:
            passing = Criterion.objects.create(
                edition_id=category.edition_id, name=f"~{row.pk}", position=0
            )
            row.criterion = passing
            row.save(update_fields=["criterion"])


def _write_prompts(rows: Sequence[CategoryCriterion], sections: Sequence[Section]) -> None:
    Prompt.objects.filter(criterion__in=rows).delete()
    Prompt.objects.bulk_create(
        Prompt(criterion=row, position=position, text=text)
        for row, section in zip(rows, sections, strict=True)
        for position, text in enumerate(section.prompts, start=1)
    )
