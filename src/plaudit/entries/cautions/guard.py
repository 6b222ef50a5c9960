"""Words that may tell who a patient is, in all that judges read: the texts, the credits, the evidence, the files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from plaudit.entries.cautions.caution import Caution
from plaudit.entries.cautions.draft import Draft
from plaudit.entries.completeness import Place
from plaudit.entries.engines.guard import REASONS, Kind, findings
from plaudit.entries.listed_evidence import EvidencePart
from plaudit.entries.models import Entry, EvidenceKind, Extract, Partner
from plaudit.entries.parts import EntryParts

MOST_OF_A_PLACE = 5
# The words of a testimonial may name who said them, with consent; who that is stands beside them.
WRITTEN = (
    "words", "unit", "baseline_period", "target_period", "result_period", "source", "change_note",
    "period", "assumptions",
)  # fmt: skip


def cautions(draft: Draft) -> Iterator[Caution]:
    """Yield one for each passage that may identify somebody, mostly hidden; at most five a text."""
    entry, parts = draft.entry, draft.parts
    for sentence in in_details(entry):
        yield Caution(Place.DETAILS, sentence)
    names = {asked.criterion_id: asked.name for asked in parts.criteria}
    for criterion, text in draft.texts.items():
        for sentence in _sentences(text, f"“{names.get(criterion, 'An answer')}”"):
            yield Caution(Place.ANSWER, sentence, criterion)
    for partner in parts.partners:
        for sentence in in_credit(partner):
            yield Caution(Place.ORGANISATIONS, sentence)
    for piece in parts.evidence:
        for sentence in in_piece(piece):
            is_file = piece.kind == EvidenceKind.ATTACHMENT
            yield Caution(Place.FILES if is_file else Place.EVIDENCE, sentence)
    yield from _in_files(parts)


def in_details(entry: Entry) -> Iterator[str]:
    """Yield what the title and the summary tell of somebody, in sentences."""
    yield from _sentences(entry.title, "The title")
    yield from _sentences(entry.summary, "The summary")


def in_credit(partner: Partner) -> Iterator[str]:
    """Yield what the credit line tells of somebody, in sentences."""
    yield from _sentences(partner.credit_line, f"The credit of {partner.organisation.name}")


def in_piece(piece: EvidencePart) -> Iterator[str]:
    """Yield what is written of a piece of evidence and tells of somebody, in sentences."""
    yield from _sentences(_written(piece), f"E{piece.number}")


def _sentences(text: str, where: str) -> Iterator[str]:
    for one in findings(text)[:MOST_OF_A_PLACE]:
        yield f"{where} holds {one.masked}, which {one.reason}. Take it out."


def _written(piece: EvidencePart) -> str:
    texts = [piece.title, *(str(piece.details.get(name) or "") for name in WRITTEN)]
    lines = [str(line.get("description") or "") for line in piece.details.get("lines") or ()]
    return "\n".join(filter(None, [*texts, *lines]))


def _in_files(parts: EntryParts) -> Iterator[Caution]:
    numbers = {piece.evidence_id: piece.number for piece in parts.evidence}
    ids = {
        file.pk: numbers[file.evidence_id]
        for file in parts.attachments
        if file.evidence_id in numbers
    }
    if not ids:
        return
    read = dict(Extract.objects.filter(attachment__in=ids).values_list("attachment_id", "findings"))
    for attachment, number in sorted(ids.items(), key=lambda each: each[1]):
        if attachment not in read:
            yield Caution(
                Place.FILES,
                f"E{number} is still being read, to see whether it tells who a patient is. "
                "Look here again in a minute.",
            )
        for sentence in _in_file(number, read.get(attachment, [])):
            yield Caution(Place.FILES, sentence)


def in_each_file(numbers: Mapping[UUID, int]) -> dict[UUID, list[str]]:
    """Return what the words of each file tell of somebody, in sentences, by attachment; `numbers` are the files'."""
    rows = Extract.objects.filter(attachment__in=numbers).exclude(findings=[])
    read = rows.values_list("attachment_id", "findings")
    return {key: list(_in_file(numbers[key], findings)) for key, findings in read}


def _in_file(number: int, findings: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for one in findings[:MOST_OF_A_PLACE]:
        yield (
            f"Page {one['page']} of E{number} holds {one['masked']}, which "
            f"{REASONS[Kind(one['kind'])]}. Take it out and replace the file."
        )
