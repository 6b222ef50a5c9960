"""An answer's document as it was, from the log of its updates."""

from __future__ import annotations

from plaudit.entries.documents import replayed
from plaudit.entries.models import Answer
from plaudit.entries.statements import UPDATES_UP_TO
from plaudit.kit.rows import all_rows


def document_at(answer: Answer, version: int) -> bytes:
    """Return the document as it was at the version: by replaying, unless that is now."""
    if version >= answer.version:
        return bytes(answer.document)
    rows = all_rows(UPDATES_UP_TO, [answer.pk, version])
    return replayed(bytes(data) for (data,) in rows)
