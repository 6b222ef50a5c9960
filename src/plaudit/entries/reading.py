"""What judges would read of an entry at a given moment."""

from __future__ import annotations

import datetime as dt
from typing import Any

from plaudit.entries.closing import closing_for
from plaudit.entries.models import Entry, EntryStatus
from plaudit.entries.parts import EntryParts
from plaudit.entries.snapshot import snapshot_of


def reading_of(entry: Entry, at: dt.datetime, parts: EntryParts | None = None) -> dict[str, Any]:
    """Return the snapshot of the draft while the entry is open; then what was submitted, if anything was.

    `parts` spares fetching them again.
    """
    if at > closing_for(entry) and entry.status == EntryStatus.SUBMITTED:
        last = entry.submissions.order_by("-number").first()
        if last is not None:
            snapshot: dict[str, Any] = last.snapshot
            return snapshot
    return snapshot_of(entry, parts)
