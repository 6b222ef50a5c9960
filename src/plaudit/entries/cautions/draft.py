from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from plaudit.entries.models import Entry
from plaudit.entries.parts import EntryParts


@dataclass(frozen=True)
class Draft:
    """An entry as it stands, fetched once for every topic: `texts` are its answers by criterion, in order."""

    entry: Entry
    parts: EntryParts
    texts: Mapping[UUID, str]
