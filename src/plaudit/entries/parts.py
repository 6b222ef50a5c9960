"""Everything that makes up an entry, fetched in one query."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F

from plaudit.entries.listed_evidence import EvidencePart, evidence_in
from plaudit.entries.models import Attachment, Entry, Partner
from plaudit.entries.statements import ENTRY_PARTS
from plaudit.kit.rows import first_row, instant_in
from plaudit.people.models import Organisation

PARTNER = ("id", "entry_id", "organisation_id", "role", "position", "credit_line")
ATTACHMENT = (
    "id", "entry_id", "kind", "file", "name", "content_type", "size", "page_count", "sha256",
    "scan", "evidence_id",
)  # fmt: skip


@dataclass(frozen=True)
class AskedCriterion:
    """A criterion of the category, and how far the entry has answered it. `version` 0: never saved.

    `is_stale`: carried over from an earlier entry, and nobody has touched it since.
    """

    criterion_id: UUID
    name: str
    word_limit: int | None
    words: int
    version: int
    saved_at: dt.datetime | None
    answer_id: UUID | None = None
    is_stale: bool = False


@dataclass(frozen=True)
class AskedQuestion:
    """An eligibility question of the category, and the entry's answer; None when it has none yet."""

    question_id: UUID
    text: str
    required_answer: bool
    reason: str
    is_yes: bool | None


@dataclass(frozen=True)
class AskedDeclaration:
    """Something the edition asks to be declared, and what was; `choice` is empty when nothing was yet."""

    declaration_id: UUID
    kind: str
    text: str
    choice: str
    note: str


@dataclass(frozen=True)
class EntryParts:
    """What an entry is made of, beside its own row. `is_fee_settled` is None where entering is free."""

    criteria: list[AskedCriterion]
    partners: list[Partner]
    questions: list[AskedQuestion]
    attachments: list[Attachment]
    declarations: list[AskedDeclaration]
    evidence: list[EvidencePart]
    is_fee_settled: bool | None


def parts_of(entry: Entry) -> EntryParts:
    """Fetch the parts of the entry: one query, whatever its size, and no answer's text."""
    *row, is_fee_settled = first_row(ENTRY_PARTS, [entry.pk]) or ()
    criteria, partners, questions, files, declarations, evidence = (part or [] for part in row)
    return EntryParts(
        criteria=criteria_in(criteria),
        partners=[_partner(entry, *values) for values in partners],
        questions=[AskedQuestion(UUID(key), *rest) for key, *rest in questions],
        attachments=[_attachment(entry, *values) for values in files],
        declarations=[
            AskedDeclaration(UUID(key), kind, text, choice or "", note or "")
            for key, kind, text, choice, note in declarations
        ],
        evidence=evidence_in(evidence),
        is_fee_settled=is_fee_settled,
    )


def asked_criteria(entry: Entry) -> list[AskedCriterion]:
    """Return the category's criteria in order, each with the length of the entry's answer."""
    return parts_of(entry).criteria


def partners_of(entry: Entry) -> list[Partner]:
    """Return the entry's organisations in the order of credit."""
    return list(entry.partners.select_related("organisation").order_by("position"))


def asked_questions(entry: Entry) -> list[AskedQuestion]:
    """Return the category's eligibility questions in order, each with the entry's answer."""
    return parts_of(entry).questions


def asked_declarations(entry: Entry) -> list[AskedDeclaration]:
    """Return what the edition asks to be declared, in order, each with the entry's answer."""
    return parts_of(entry).declarations


def attachments_of(entry: Entry) -> list[Attachment]:
    """Return the files that are on the entry now."""
    return list(entry.attachments.filter(removed_at__isnull=True).order_by(F("kind").desc()))


def criteria_in(listed: list[list[Any]]) -> list[AskedCriterion]:
    """Return the criteria that the database listed in JSON (`statements.CRITERIA_JSON`)."""
    return [
        AskedCriterion(
            UUID(key),
            name,
            limit,
            words or 0,
            version or 0,
            instant_in(saved_at),
            answer and UUID(answer),
            bool(is_stale),
        )
        for key, name, limit, words, version, saved_at, answer, is_stale in listed
    ]


def _partner(
    entry: Entry, key: str, role: str, position: int, credit: str, body: str, name: str, kind: str
) -> Partner:
    organisation = Organisation.from_db("default", ["id", "name", "kind"], [UUID(body), name, kind])
    values = [UUID(key), entry.pk, organisation.pk, role, position, credit]
    partner = Partner.from_db("default", PARTNER, values)
    partner.entry, partner.organisation = entry, organisation
    return partner


def _attachment(entry: Entry, key: str, *values: Any) -> Attachment:
    *kept, evidence = values
    numbered = None if evidence is None else UUID(evidence)
    return Attachment.from_db("default", ATTACHMENT, [UUID(key), entry.pk, *kept, numbered])
