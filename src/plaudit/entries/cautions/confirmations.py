"""Partners who have not confirmed their part, where the edition lets the entry go without."""

from __future__ import annotations

from collections.abc import Iterator

from plaudit.entries.cautions.caution import Caution
from plaudit.entries.cautions.draft import Draft
from plaudit.entries.completeness import Place
from plaudit.entries.confirmations import sentence_of, unconfirmed


def cautions(draft: Draft) -> Iterator[Caution]:
    """Yield one for each joint partner whose confirmation is lacking; none where that blocks."""
    if not draft.entry.category.edition.confirmations_block:
        for each in unconfirmed(draft.entry, draft.parts):
            yield Caution(Place.ORGANISATIONS, sentence_of(each))
