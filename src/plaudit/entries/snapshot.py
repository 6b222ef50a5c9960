"""The entry as judges read it, frozen when it is submitted. It never holds a person's name or address."""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from typing import Any

from plaudit.entries.models import Answer, Attachment, AttachmentKind, Entry, Partner
from plaudit.entries.parts import EntryParts, parts_of
from plaudit.programmes.models import CategoryCriterion

FORMAT = 1


def snapshot_of(entry: Entry, parts: EntryParts | None = None) -> dict[str, Any]:
    """Return the entry as it stands, as plain JSON of format 1. `parts` spares fetching them again."""
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
        "photo": _photo(files.get(AttachmentKind.PHOTO)),
        "evidence": _evidence(files.get(AttachmentKind.EVIDENCE)),
    }


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
    answers = {each.criterion_id: each for each in entry.answers.defer("document")}
    criteria = (
        CategoryCriterion.objects.filter(category_id=entry.category_id)
        .select_related("criterion")
        .prefetch_related("prompts")
        .order_by("position")
    )
    return [_answer(criterion, answers.get(criterion.pk)) for criterion in criteria]


def _answer(criterion: CategoryCriterion, answer: Answer | None) -> dict[str, Any]:
    return {
        "criterion_id": str(criterion.pk),
        "name": criterion.criterion.name,
        "prompts": [prompt.text for prompt in criterion.prompts.all()],
        "text": answer.text if answer else "",
        "words": answer.words if answer else 0,
        "word_limit": criterion.word_limit,
        "is_scored": criterion.is_scored,
        "weight": _number(criterion.weight),
        "weight_unit": criterion.weight_unit or None,
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


def _evidence(file: Attachment | None) -> dict[str, Any] | None:
    described = _photo(file)
    return described and {**described, "page_count": file and file.page_count}
