from __future__ import annotations

from plaudit.entries.models import Attachment, AttachmentKind, Entry, Evidence, EvidenceKind

PHOTOS_SHOWN = 10


def taken_off(entry: Entry, kind: EvidenceKind | None = None) -> list[Evidence]:
    """Return the pieces that were taken off the entry, of one kind or of all, the last one first: one query."""
    rows = Evidence.objects.filter(entry=entry, removed_at__isnull=False)
    if kind is not None:
        rows = rows.filter(kind=kind)
    return list(rows.order_by("-removed_at", "number"))


def photos_taken_off(entry: Entry) -> list[Attachment]:
    """Return the photos that were taken off the entry or replaced, the last one first: one query."""
    rows = entry.attachments.filter(kind=AttachmentKind.PHOTO, removed_at__isnull=False)
    return list(rows.order_by("-removed_at", "-added_at")[:PHOTOS_SHOWN])
