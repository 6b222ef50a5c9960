"""The categories of the demo: a brief each, and what a brief does not say."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from plaudit.people.models import OrganisationKind, Person
from plaudit.people.models.organisation import PUBLIC_BODIES
from plaudit.programmes.actions.brief import store_brief
from plaudit.programmes.actions.category import change_category, publish_category
from plaudit.programmes.actions.eligibility import Requirement, store_eligibility
from plaudit.programmes.actions.group import store_groups
from plaudit.programmes.actions.sections import change_sections
from plaudit.programmes.brief import read_brief
from plaudit.programmes.models import Category, CategoryGroup, Edition
from plaudit.programmes.queries import category_form, criterion_names
from plaudit.programmes.sections import Section
from plaudit.sites.demo.build.projects import FOLDER

WORD_LIMIT = 250
NOT_COMPANIES = sorted(set(OrganisationKind.values) - {OrganisationKind.COMPANY})
PARTNERSHIP, PREVENTION, TOOLS = (
    "Partnership across places",
    "Prevention and fairness",
    "People and tools",
)

SIX_MONTHS = Requirement(
    "Had the work been under way for six months or more when entries opened?",
    "The work must have been under way for six months when entries opened. It will be welcome next year.",
)
FIGURES = Requirement(
    "Can you show figures from before the work began?",
    "Judges compare with figures from before. Without any, they cannot score this category.",
)
SUPPLIER_LEADS = Requirement(
    "Is the lead organisation a supplier to the other partners?",
    "Suppliers may be partners in this category and may not lead. Ask a partner to lead the entry.",
    required_answer=False,
)


@dataclass(frozen=True)
class Plan:
    """A category: its brief's file, its group, and the rules that go with it."""

    brief: str
    group: str
    purpose: str
    award_partner: str
    requirements: tuple[Requirement, ...]
    minimum_organisations: int = 1
    lead_kinds: tuple[str, ...] = ()
    was_there_last_year: bool = True


PLANS = (
    Plan(
        "neighbourhood-partnership-award",
        PARTNERSHIP,
        "For partners in one place who plan, spend and answer for it as one.",
        "Warm Doors CIC (invented)",
        (SIX_MONTHS,),
        minimum_organisations=2,
    ),
    Plan(
        "shared-services-award",
        PARTNERSHIP,
        "For providers who put a service together and kept their own names over the door.",
        "Tideline Transport Cooperative (invented)",
        (FIGURES,),
        minimum_organisations=2,
        was_there_last_year=False,
    ),
    Plan(
        "well-at-home-award",
        PREVENTION,
        "For teams who found people before the crisis did.",
        "Harrier & Sons Heating Engineers (invented)",
        (SIX_MONTHS, FIGURES),
    ),
    Plan(
        "fair-access-award",
        PREVENTION,
        "For those who measured an unfair gap, and narrowed it.",
        "",
        (FIGURES,),
        lead_kinds=tuple(NOT_COMPANIES),
    ),
    Plan(
        "better-together-on-data-award",
        TOOLS,
        "For organisations who joined what they know, and did something about it the week after.",
        "Pennyroyal Laboratories (invented)",
        (SUPPLIER_LEADS,),
        minimum_organisations=2,
        lead_kinds=tuple(
            sorted({*PUBLIC_BODIES, OrganisationKind.CHARITY, OrganisationKind.UNIVERSITY})
        ),
        was_there_last_year=False,
    ),
)


def build_categories(
    edition: Edition, *, is_last_year: bool, by: Person, at: dt.datetime
) -> dict[str, Category]:
    """Import the briefs, complete and publish them; return the categories by name."""
    plans = [plan for plan in PLANS if plan.was_there_last_year or not is_last_year]
    names = list(dict.fromkeys(plan.group for plan in plans))
    groups = {group.name: group for group in store_groups(edition, names, by=by, at=at)}
    built = [_build(edition, plan, groups[plan.group], by, at) for plan in plans]
    return {category.name: category for category in built}


def _build(
    edition: Edition, plan: Plan, group: CategoryGroup, by: Person, at: dt.datetime
) -> Category:
    text = (FOLDER / "briefs" / f"{plan.brief}.txt").read_text()
    brief = read_brief(text, criterion_names=criterion_names(edition))
    (category,) = store_brief(edition, brief, by=by, at=at)
    change_category(
        category, by=by, at=at, group=group, purpose=plan.purpose, award_partner=plan.award_partner
    )
    store_eligibility(
        category,
        plan.requirements,
        lead_kinds=plan.lead_kinds,
        minimum_organisations=plan.minimum_organisations,
        by=by,
        at=at,
    )
    change_sections(category, _with_limits(category), by=by, at=at)
    return publish_category(category, by=by, at=at)


def _with_limits(category: Category) -> list[Section]:
    kept = [
        Section(
            name=row.name,
            prompts=tuple(prompt.text for prompt in row.prompts.all()),
            weight=row.weight,
            weight_unit=row.weight_unit,
            is_scored=row.is_scored,
            keep=row.pk,
        )
        for row in category_form(category)
    ]
    return [replace(section, word_limit=WORD_LIMIT) for section in kept]
