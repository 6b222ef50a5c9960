"""What was carried over from an earlier entry and nobody has looked at since, and what stayed behind."""

from __future__ import annotations

from collections.abc import Iterator

from plaudit.entries.carried import left_behind
from plaudit.entries.cautions.caution import Caution
from plaudit.entries.cautions.draft import Draft
from plaudit.entries.completeness import Place, testimonial_faults
from plaudit.entries.engines.citations import citations_in
from plaudit.entries.models import EvidenceKind


def cautions(draft: Draft) -> Iterator[Caution]:
    """Yield one for each stale answer and piece of evidence, and for each cited piece that stayed behind.

    A testimonial that lacks consent keeps the entry from being submitted, which says it louder.
    """
    for asked in draft.parts.criteria:
        if asked.is_stale:
            sentence = (
                f"“{asked.name}” is as it was in the earlier entry. See whether it still holds."
            )
            yield Caution(Place.ANSWER, sentence, asked.criterion_id)
    for piece in draft.parts.evidence:
        if piece.is_stale and not any(testimonial_faults([piece])):
            is_file = piece.kind == EvidenceKind.ATTACHMENT
            sentence = (
                f"E{piece.number}, “{piece.title}”, is as it was in the earlier entry. "
                "See whether it still holds."
            )
            yield Caution(Place.FILES if is_file else Place.EVIDENCE, sentence)
    yield from _stayed_behind(draft)


def _stayed_behind(draft: Draft) -> Iterator[Caution]:
    texts = [draft.entry.summary, *draft.texts.values()]
    cited = {citation.number for text in texts for citation in citations_in(text)}
    for number, title in left_behind(draft.entry):
        if number in cited:
            sentence = (
                f"E{number}, “{title}”, stayed with the earlier entry: its file is not taken here."
            )
            yield Caution(Place.FILES, sentence)
