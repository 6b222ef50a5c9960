"""What is worth a look before an entry is submitted. Nothing here keeps it from being submitted.

Each module of this package is one topic, with `cautions(draft) -> Iterator[Caution]`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from uuid import UUID

from plaudit.entries.cautions import carried, citations, confirmations, evidence, guard
from plaudit.entries.cautions.caution import Caution
from plaudit.entries.cautions.draft import Draft
from plaudit.entries.models import Entry
from plaudit.entries.parts import EntryParts, parts_of
from plaudit.entries.texts import texts_of

__all__ = ["Caution", "cautions_of"]

TOPICS: list[Callable[[Draft], Iterator[Caution]]] = [
    confirmations.cautions,
    carried.cautions,
    citations.cautions,
    guard.cautions,
    evidence.cautions,
]


def cautions_of(
    entry: Entry, parts: EntryParts | None = None, texts: Mapping[UUID, str] | None = None
) -> list[Caution]:
    """Return what is worth a look, topic by topic. `parts` and `texts` spare fetching them again."""
    draft = Draft(entry, parts or parts_of(entry), texts_of(entry) if texts is None else texts)
    return [caution for topic in TOPICS for caution in topic(draft)]
