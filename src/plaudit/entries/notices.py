"""What is told to everybody who has an entry open when an answer was changed, by PostgreSQL's NOTIFY.

A notice goes out with the transaction that changed the answer, whether a script or a posted form did.
"""

from __future__ import annotations

import json
from uuid import UUID

CHANNEL = "plaudit_live"
Changed = tuple[str, str, int, str, int]


def changed(entry: UUID, answer: UUID, version: int, by: str, words: int) -> Changed:
    """Return one change as it stands in a notice: `by` is the name of who made it."""
    return (str(entry), str(answer), version, by[:80], words)


def notice_of(changes: list[Changed]) -> str:
    """Return the notice that tells these changes."""
    return json.dumps({"answers": changes}, separators=(",", ":"), ensure_ascii=False)
