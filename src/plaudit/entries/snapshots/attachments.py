from __future__ import annotations

from typing import Any

from plaudit.entries.listed_evidence import EvidencePart
from plaudit.entries.parts import EntryParts


def attachment_in_snapshot(part: EvidencePart, parts: EntryParts) -> dict[str, Any]:
    """Return what the file is called and what it is; empty while it is on its way."""
    file = next((each for each in parts.attachments if each.evidence_id == part.evidence_id), None)
    if file is None:
        return {}
    return {
        "attachment_id": str(file.pk),
        "name": file.name,
        "content_type": file.content_type,
        "size": file.size,
        "sha256": file.sha256,
        "page_count": file.page_count,
    }
