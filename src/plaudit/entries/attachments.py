"""What there is to know of the files of an entry, and how many more it may hold."""

from __future__ import annotations

import re
from uuid import UUID

from plaudit.entries.models import Attachment, AttachmentKind, Entry, Evidence, EvidenceKind
from plaudit.kit.verdict import ALLOWED, Verdict, refused


def photo_of(entry: Entry) -> Attachment | None:
    """Return the photo that is on the entry now."""
    return entry.attachments.filter(kind=AttachmentKind.PHOTO, removed_at__isnull=True).first()


def evidence_files(entry: Entry) -> list[Attachment]:
    """Return the files among the evidence now, each with its `evidence`, in the order in which judges read them."""
    rows = entry.attachments.filter(kind=AttachmentKind.EVIDENCE, removed_at__isnull=True)
    return list(rows.select_related("evidence", "extract").order_by("evidence__position"))


def evidence_with_file(entry: Entry, evidence_id: UUID) -> Evidence | None:
    """Return the piece of evidence if it is on the entry and is a file."""
    return entry.evidence.filter(
        pk=evidence_id, kind=EvidenceKind.ATTACHMENT, removed_at__isnull=True
    ).first()


def files_left(entry: Entry) -> Verdict:
    """Whether the entry has room for another file."""
    most = entry.category.edition.most_files
    if most == 0:
        return refused("This programme takes no files beside the photo.")
    kept = entry.attachments.filter(kind=AttachmentKind.EVIDENCE, removed_at__isnull=True).count()
    if kept >= most:
        several = f"{most} files" if most > 1 else "one file"
        return refused(f"An entry can hold {several} at most. Remove or replace one first.")
    return ALLOWED


def title_from(name: str) -> str:
    """Return what a file may be called before anybody says so: "falls_2026 final.pdf" is "falls 2026 final"."""
    return re.sub(r"[\s_]+", " ", name.rpartition(".")[0] or name).strip()[:200]
