from __future__ import annotations

from typing import Any

from plaudit.entries.listed_evidence import EvidencePart
from plaudit.entries.parts import EntryParts


def value_in_snapshot(part: EvidencePart, parts: EntryParts) -> dict[str, Any]:
    """Return the costs and savings line by line, amounts as text; sums are made where they are read."""
    del parts
    return dict(part.details)
