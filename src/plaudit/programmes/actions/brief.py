from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from django.db import transaction

from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person
from plaudit.programmes.actions.category import add_category
from plaudit.programmes.actions.sections import write_sections
from plaudit.programmes.brief.model import Brief, BriefCategory, BriefSection
from plaudit.programmes.models import Category, Edition, TeamRole
from plaudit.programmes.queries import criterion_names
from plaudit.programmes.rules import may_work_for
from plaudit.programmes.sections import Section

HEAVIEST = 9999


@transaction.atomic
def store_brief(edition: Edition, brief: Brief, *, by: Person, at: dt.datetime) -> list[Category]:
    """Store each category of a brief as a draft of the edition, and return them in order.

    Checks that `by` looks after entries and that names are free. Sections take the edition's criterion
    of the same name, ignoring case; new names are added at the end. A section without a title takes the
    name offered for its place, else the edition's, else "Question 1"… A section without a word limit takes
    the edition's usual one, unless the brief limits the entry as a whole. Locks the edition.
    Raises `Refused`; nothing is then stored.
    """
    require(may_work_for(by, edition.programme, TeamRole.ENTRIES))
    locked = Edition.objects.select_for_update().get(pk=edition.pk)
    source = "\n".join(line.text for line in brief.lines)
    return [_store_category(locked, category, source, at) for category in brief.categories]


def _store_category(
    edition: Edition, category: BriefCategory, source: str, at: dt.datetime
) -> Category:
    stored = add_category(
        edition,
        name=category.name,
        at=at,
        source_text=source,
        is_new=category.is_new,
        introduction=category.introduction,
        eligibility=category.eligibility or "",
        whole_entry_word_limit=category.whole_entry_word_limit,
    )
    titles = section_titles(category, criterion_names(edition))
    usual = None if category.whole_entry_word_limit else edition.default_word_limit
    sections = [
        _section(section, title, usual)
        for section, title in zip(category.sections, titles, strict=True)
    ]
    write_sections(stored, edition, sections)
    return stored


def section_titles(category: BriefCategory, edition_names: Sequence[str]) -> list[str]:
    """Return a name for each of the category's sections, no two alike."""
    spare = category.offered_titles
    if not spare and len(edition_names) == len(category.sections):
        spare = tuple(edition_names)
    titles: list[str] = []
    taken: set[str] = set()
    for index, section in enumerate(category.sections):
        offered = spare[index] if index < len(spare) else f"Question {index + 1}"
        title = _unlike(section.title or offered, taken)
        taken.add(title.casefold())
        titles.append(title)
    return titles


def _unlike(title: str, taken: set[str]) -> str:
    candidate, number = title, 2
    while candidate.casefold() in taken:
        candidate = f"{title} ({number})"
        number += 1
    return candidate


def _section(section: BriefSection, title: str, usual_limit: int | None) -> Section:
    weight = None
    if section.weight is not None:
        if not 0 <= section.weight <= HEAVIEST:
            raise Refused(f"The weight of “{title}” must lie between 0 and {HEAVIEST}.")
        weight = Decimal(str(section.weight)).quantize(Decimal("0.01"))
    return Section(
        name=title,
        prompts=section.prompts,
        word_limit=section.word_limit or usual_limit,
        weight=weight,
        weight_unit=section.weight_unit or "",
        is_scored=section.is_scored,
    )
