from __future__ import annotations

from typing import Any

from plaudit.entries.listed_evidence import EvidencePart
from plaudit.entries.parts import EntryParts

SHOWN = ("words", "name", "role", "organisation", "audience")


def testimonial_in_snapshot(part: EvidencePart, parts: EntryParts) -> dict[str, Any]:
    """Return somebody's words with the name they agreed to. How consent was given stays with the entry."""
    del parts
    return {name: part.details[name] for name in SHOWN}
