from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import ProtectedError

from plaudit.kit.verdict import Refused, require
from plaudit.people.models import OrganisationKind, Person
from plaudit.programmes.models import Category, EligibilityQuestion, TeamRole
from plaudit.programmes.rules import may_work_for


@dataclass(frozen=True, slots=True)
class Requirement:
    """A yes-or-no question, the answer that lets a project in, and what to say when it is the other."""

    text: str
    reason: str
    required_answer: bool = True
    keep: UUID | None = None


@transaction.atomic
def store_eligibility(
    category: Category,
    requirements: Sequence[Requirement],
    *,
    lead_kinds: Sequence[str],
    minimum_organisations: int,
    by: Person,
    at: dt.datetime,
    partner_kinds: Sequence[str] = (),
    company_needs_public_body: bool = False,
) -> None:
    """Make these, in their order, the category's eligibility questions, and set who may lead, join and how many.

    Checks that `by` looks after entries, the kinds and the number. A question that entrants have
    answered cannot be removed. Locks the category. Raises `Refused`.
    """
    require(may_work_for(by, category.edition.programme, TeamRole.ENTRIES))
    if not {*lead_kinds, *partner_kinds} <= set(OrganisationKind.values):
        raise Refused("That is not a kind of organisation.")
    if partner_kinds and lead_kinds and not set(lead_kinds) & set(partner_kinds):
        raise Refused(
            "No organisation could lead: tick a kind in both lists, or none in one of them."
        )
    if minimum_organisations < 1:
        raise Refused("An entry has at least one organisation.")
    locked = Category.objects.select_for_update().get(pk=category.pk)
    locked.lead_kinds = category.lead_kinds = list(lead_kinds)
    locked.minimum_organisations = category.minimum_organisations = minimum_organisations
    locked.partner_kinds = category.partner_kinds = list(partner_kinds)
    locked.company_needs_public_body = company_needs_public_body
    category.company_needs_public_body = company_needs_public_body
    locked.save(
        update_fields=[
            "lead_kinds",
            "minimum_organisations",
            "partner_kinds",
            "company_needs_public_body",
        ]
    )
    _replace(locked, requirements)


def _replace(category: Category, requirements: Sequence[Requirement]) -> None:
    stored = {row.pk: row for row in category.eligibility_questions.all()}
    kept = {item.keep for item in requirements if item.keep}
    try:
        category.eligibility_questions.exclude(pk__in=kept).delete()
    except ProtectedError as error:
        raise Refused(
            "Entrants have already answered a question that you removed. Keep it, or reword it."
        ) from error
    for position, item in enumerate(requirements, start=1):
        row = stored.get(item.keep) if item.keep else None
        row = row or EligibilityQuestion(category=category)
        row.position = position
        row.text = item.text
        row.reason = item.reason
        row.required_answer = item.required_answer
        row.save()
