"""The entry as judges read it, frozen when it is submitted. It never holds a person's name or address."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from plaudit.entries.listed_evidence import EvidencePart
from plaudit.entries.models import Attachment, AttachmentKind, Entry, EvidenceKind, Partner
from plaudit.entries.parts import EntryParts, parts_of
from plaudit.entries.snapshots.attachments import attachment_in_snapshot
from plaudit.entries.snapshots.measures import measure_in_snapshot
from plaudit.entries.snapshots.testimonials import testimonial_in_snapshot
from plaudit.entries.snapshots.values import value_in_snapshot
from plaudit.entries.statements import WRITTEN_ANSWERS
from plaudit.kit.rows import Row, all_rows

FORMAT = 2
DETAILS: dict[str, Callable[[EvidencePart, EntryParts], dict[str, Any]]] = {
    EvidenceKind.ATTACHMENT: attachment_in_snapshot,
    EvidenceKind.MEASURE: measure_in_snapshot,
    EvidenceKind.TESTIMONIAL: testimonial_in_snapshot,
    EvidenceKind.VALUE: value_in_snapshot,
}


def snapshot_of(entry: Entry, parts: EntryParts | None = None) -> dict[str, Any]:
    """Return the entry as it stands, as plain JSON of format 2. `parts` spares fetching them again."""
    parts = parts or parts_of(entry)
    edition = entry.category.edition
    files = {file.kind: file for file in parts.attachments}
    return {
        "format": FORMAT,
        "reference": entry.reference,
        "edition": {
            "id": str(edition.pk),
            "name": edition.name,
            "programme": edition.programme.name,
        },
        "category": {"id": str(entry.category_id), "name": entry.category.name},
        "title": entry.title,
        "summary": entry.summary,
        "organisations": [_organisation(partner) for partner in parts.partners],
        "eligibility": [
            {"question": asked.text, "is_yes": asked.is_yes} for asked in parts.questions
        ],
        "answers": _answers(entry),
        "what_is_new": entry.what_is_new if entry.carried_from_id else "",
        "photo": _photo(files.get(AttachmentKind.PHOTO)),
        "evidence": evidence_in_snapshot(parts),
    }


def evidence_in_snapshot(parts: EntryParts) -> list[dict[str, Any]]:
    """Return the numbered evidence as judges read it, in their order."""
    return [_evidence(part, parts) for part in parts.evidence]


def digest_of(snapshot: dict[str, Any]) -> str:
    """Return the SHA-256, in hex, of the snapshot's canonical JSON: sorted keys, no spaces, UTF-8."""
    canonical = json.dumps(snapshot, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def _organisation(partner: Partner) -> dict[str, Any]:
    return {
        "id": str(partner.organisation_id),
        "name": partner.organisation.name,
        "kind": partner.organisation.kind,
        "role": partner.role,
        "credit_line": partner.credit_line,
    }


def _answers(entry: Entry) -> list[dict[str, Any]]:
    return [_answer(row) for row in all_rows(WRITTEN_ANSWERS, [entry.pk, entry.category_id])]


def _answer(row: Row) -> dict[str, Any]:
    criterion, name, prompts, text, words, limit, is_scored, weight, unit = row
    return {
        "criterion_id": str(criterion),
        "name": name,
        "prompts": prompts,
        "text": text,
        "words": words,
        "word_limit": limit,
        "is_scored": is_scored,
        "weight": _number(weight),
        "weight_unit": unit or None,
    }


def _number(weight: Decimal | None) -> int | float | None:
    """Return the weight as JSON keeps it, so that the digest is the same after a round trip."""
    if weight is None:
        return None
    return int(weight) if weight == weight.to_integral_value() else float(weight)


def _photo(file: Attachment | None) -> dict[str, Any] | None:
    if file is None:
        return None
    return {
        "attachment_id": str(file.pk),
        "name": file.name,
        "content_type": file.content_type,
        "size": file.size,
        "sha256": file.sha256,
    }


def _evidence(part: EvidencePart, parts: EntryParts) -> dict[str, Any]:
    return {
        "number": part.number,
        "kind": part.kind,
        "title": part.title,
        **DETAILS[part.kind](part, parts),
    }
