"""Answers carried over from an earlier entry that nobody has looked at since."""

from __future__ import annotations

from collections.abc import Iterator

from plaudit.entries.cautions.caution import Caution
from plaudit.entries.cautions.draft import Draft
from plaudit.entries.completeness import Place


def cautions(draft: Draft) -> Iterator[Caution]:
    """Yield one for each stale answer."""
    for asked in draft.parts.criteria:
        if asked.is_stale:
            sentence = (
                f"“{asked.name}” is as it was in the earlier entry. See whether it still holds."
            )
            yield Caution(Place.ANSWER, sentence, asked.criterion_id)
