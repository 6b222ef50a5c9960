"""Evidence that a judge would ask more about: figures without a source, costs without staff time."""

from __future__ import annotations

from collections.abc import Iterator

from plaudit.entries.cautions.caution import Caution
from plaudit.entries.cautions.draft import Draft
from plaudit.entries.completeness import Place
from plaudit.entries.listed_evidence import EvidencePart
from plaudit.entries.models import EvidenceKind


def cautions(draft: Draft) -> Iterator[Caution]:
    """Yield what each measure and each value for money lacks."""
    for part in draft.parts.evidence:
        for sentence in piece_cautions(part):
            yield Caution(Place.EVIDENCE, f"E{part.number}, “{part.title}”: {sentence}")


def piece_cautions(part: EvidencePart) -> Iterator[str]:
    """Yield what a judge would miss in one piece, in sentences."""
    details = part.details
    if part.kind == EvidenceKind.MEASURE:
        lacking = [
            word
            for word, name in (("before", "baseline"), ("after", "result"))
            if details[name] is None
        ]
        if lacking:
            yield f"Give the figure {' and '.join(lacking)}, so that the change can be seen."
        if not details["source"]:
            yield "Say where the figures come from."
    if part.kind == EvidenceKind.VALUE:
        if not any(line["kind"] == "staff" for line in details["lines"]):
            yield "No staff time is counted. Judges seldom believe that a project took nobody’s time."
        if not details["period"]:
            yield "Say which period the figures are for."
        if not details["assumptions"]:
            yield "Say what the figures rest on."
