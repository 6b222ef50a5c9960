from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from plaudit.entries.completeness import Place


@dataclass(frozen=True)
class Caution:
    """One thing worth a look: in a sentence, and where. `criterion_id` is set when the place is an answer."""

    place: Place
    sentence: str
    criterion_id: UUID | None = None
