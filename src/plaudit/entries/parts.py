"""Everything that makes up an entry, fetched in one query for each kind of thing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, FilteredRelation, Q

from plaudit.entries.models import Attachment, Entry, Partner
from plaudit.programmes.models import CategoryCriterion, EligibilityQuestion


@dataclass(frozen=True)
class AskedCriterion:
    """A criterion of the category, and how far the entry has answered it. `version` 0: never saved."""

    criterion_id: UUID
    name: str
    word_limit: int | None
    words: int
    version: int
    saved_at: dt.datetime | None


@dataclass(frozen=True)
class AskedQuestion:
    """An eligibility question of the category, and the entry's answer; None when it has none yet."""

    question_id: UUID
    text: str
    required_answer: bool
    reason: str
    is_yes: bool | None


@dataclass(frozen=True)
class EntryParts:
    """What an entry is made of, beside its own row."""

    criteria: list[AskedCriterion]
    partners: list[Partner]
    questions: list[AskedQuestion]
    attachments: list[Attachment]


def parts_of(entry: Entry) -> EntryParts:
    """Fetch the parts of the entry: four queries, whatever its size, and no answer's text."""
    return EntryParts(
        criteria=asked_criteria(entry),
        partners=partners_of(entry),
        questions=asked_questions(entry),
        attachments=attachments_of(entry),
    )


def asked_criteria(entry: Entry) -> list[AskedCriterion]:
    """Return the category's criteria in order, each with the length of the entry's answer."""
    rows = (
        CategoryCriterion.objects.filter(category_id=entry.category_id)
        .annotate(own=FilteredRelation("answers", condition=Q(answers__entry=entry)))
        .order_by("position")
        .values_list(
            "id", "criterion__name", "word_limit", "own__words", "own__version", "own__saved_at"
        )
    )
    return [
        AskedCriterion(key, name, limit, words or 0, version or 0, saved_at)
        for key, name, limit, words, version, saved_at in rows
    ]


def partners_of(entry: Entry) -> list[Partner]:
    """Return the entry's organisations in the order of credit."""
    return list(entry.partners.select_related("organisation").order_by("position"))


def asked_questions(entry: Entry) -> list[AskedQuestion]:
    """Return the category's eligibility questions in order, each with the entry's answer."""
    rows = (
        EligibilityQuestion.objects.filter(category_id=entry.category_id)
        .annotate(own=FilteredRelation("answers", condition=Q(answers__entry=entry)))
        .order_by("position")
        .values_list("id", "text", "required_answer", "reason", "own__is_yes")
    )
    return [AskedQuestion(*row) for row in rows]


def attachments_of(entry: Entry) -> list[Attachment]:
    """Return the files that are on the entry now."""
    return list(entry.attachments.filter(removed_at__isnull=True).order_by(F("kind").desc()))
