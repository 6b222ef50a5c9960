"""Citations that lead nowhere, and evidence that no answer cites."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from plaudit.entries.cautions.caution import Caution
from plaudit.entries.cautions.draft import Draft
from plaudit.entries.completeness import Place
from plaudit.entries.engines.citations import Dangling, Fault, check_citations
from plaudit.entries.models import EvidenceKind


def cautions(draft: Draft) -> Iterator[Caution]:
    """Yield one for each citation that leads nowhere, then one for each piece that nothing cites.

    The summary may cite too; a dangling citation there is put right with the details.
    """
    parts = draft.parts
    names = {asked.criterion_id: asked.name for asked in parts.criteria}
    pages = {file.evidence_id: file.page_count for file in parts.attachments}
    report = check_citations(
        {None: draft.entry.summary, **draft.texts},
        [piece.number for piece in parts.evidence],
        {piece.number: pages.get(piece.evidence_id) for piece in parts.evidence},
    )
    last = {piece.number: pages.get(piece.evidence_id) for piece in parts.evidence}
    for one in report.dangling:
        place = Place.DETAILS if one.key is None else Place.ANSWER
        where = f"“{names.get(one.key, 'An answer')}”" if one.key else "The summary"
        yield Caution(place, f"{where} cites {_fault(one, last)}", one.key)
    pieces = {piece.number: piece for piece in parts.evidence}
    for number in report.uncited:
        piece = pieces[number]
        place = Place.FILES if piece.kind == EvidenceKind.ATTACHMENT else Place.EVIDENCE
        yield Caution(
            place, f"No answer cites E{number}, “{piece.title}”. Judges may not see what it is for."
        )


def _fault(one: Dangling[UUID | None], last: dict[int, int | None]) -> str:
    number = one.citation.number
    if one.fault is Fault.NO_EVIDENCE:
        return f"{one.words}, but there is no evidence E{number}."
    if one.fault is Fault.NO_PAGES:
        return f"{one.words}, but E{number} has no pages."
    pages = last.get(number)
    return f"{one.words}, but E{number} has {pages} {'page' if pages == 1 else 'pages'}."
