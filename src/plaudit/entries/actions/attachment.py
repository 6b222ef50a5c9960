"""The photo of an entry and the files among its evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction

from plaudit.entries.actions.evidence import add_evidence, evidence_title, remove_evidence
from plaudit.entries.attachments import files_left, title_from
from plaudit.entries.intake.safe_file import clean_name
from plaudit.entries.models import (
    Attachment,
    AttachmentKind,
    Entry,
    Evidence,
    EvidenceKind,
    ScanState,
)
from plaudit.entries.rules import may_write
from plaudit.entries.storing import (
    StoredFile,
    chunks_of,
    largest_file,
    on_disk,
    stored_file,
    word_for,
)
from plaudit.entries.waking import look_after_files_soon
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person


def attach_file(
    entry: Entry,
    kind: str,
    upload: IO[bytes],
    *,
    title: str = "",
    evidence: Evidence | None = None,
    by: Person,
    at: dt.datetime,
) -> Attachment:
    """Put a file on the entry. `upload.name` is what it is called.

    As `attach_chunks` does, with the file at once.
    """
    name = getattr(upload, "name", "") or ""
    return attach_chunks(
        entry, kind, chunks_of(upload), name, title=title, evidence=evidence, by=by, at=at
    )


def attach_chunks(
    entry: Entry,
    kind: str,
    chunks: Iterator[bytes],
    name: str,
    *,
    title: str = "",
    evidence: Evidence | None = None,
    by: Person,
    at: dt.datetime,
) -> Attachment:
    """Put a file on the entry: the photo, or a piece of evidence with the next number and `title`.

    A photo takes the place of the one there is; with `evidence`, the file takes the place of that piece's
    file, whose number and title stay. Checks that the person may write at `at`, that there is room for
    another file, that the file is not too large, and by its content that it is sound and of a kind that the
    edition takes; stores it under a random name; locks the entry; stamps the earlier file as removed; wakes
    the worker, which scans the file and reads its words. Raises Refused; then nothing has changed.
    """
    kind = AttachmentKind(kind)
    require(may_write(by, entry, at))
    edition = entry.category.edition
    name = clean_name(name, word_for(kind))
    if kind == AttachmentKind.EVIDENCE and evidence is None:
        require(files_left(entry))
        title = evidence_title(title or title_from(name))
    with on_disk(chunks, largest_file(edition, kind), word_for(kind)) as path:
        stored = stored_file(Path(path), kind, edition)
    try:
        return _placed(entry, kind, stored, name, title, evidence, by, at)
    except BaseException:
        default_storage.delete(stored.path)
        raise


@transaction.atomic
def _placed(
    entry: Entry,
    kind: AttachmentKind,
    stored: StoredFile,
    name: str,
    title: str,
    evidence: Evidence | None,
    by: Person,
    at: dt.datetime,
) -> Attachment:
    Entry.objects.select_for_update(no_key=True).get(pk=entry.pk)
    standing = Attachment.objects.filter(entry=entry, kind=kind, removed_at__isnull=True)
    if kind == AttachmentKind.PHOTO:
        standing.update(removed_at=at)
    elif evidence is None:
        require(files_left(entry))
        evidence = add_evidence(entry, EvidenceKind.ATTACHMENT, title, by=by, at=at)
    elif not Evidence.objects.filter(pk=evidence.pk, removed_at__isnull=True).exists():
        raise Refused("This evidence has been removed. Add the file as a new piece of evidence.")
    else:
        standing.filter(evidence=evidence).update(removed_at=at)
        Evidence.objects.filter(pk=evidence.pk, is_stale=True).update(is_stale=False)
    attachment = Attachment.objects.create(
        entry=entry,
        evidence=evidence,
        kind=kind,
        file=stored.path,
        name=name,
        content_type=stored.content_type,
        size=stored.size,
        page_count=stored.page_count,
        sha256=stored.sha256,
        scan=_scan_at_first(stored),
        added_by=by,
        added_at=at,
    )
    look_after_files_soon()
    return attachment


def _scan_at_first(stored: StoredFile) -> ScanState:
    is_held = settings.CLAMD_ADDRESS and not stored.is_drawn
    return ScanState.CHECKING if is_held else ScanState.NOT_NEEDED


@transaction.atomic
def remove_attachment(attachment: Attachment, *, by: Person, at: dt.datetime) -> None:
    """Take the file off the entry, and the piece of evidence that it is. Submissions made with it keep it.

    Checks that the person may write at `at`; locks the entry; does nothing for a file that was replaced or
    removed before. Raises Refused.
    """
    require(may_write(by, attachment.entry, at))
    Entry.objects.select_for_update(no_key=True).get(pk=attachment.entry_id)
    standing = Attachment.objects.filter(pk=attachment.pk, removed_at__isnull=True)
    if standing.update(removed_at=at) and attachment.evidence is not None:
        attachment.evidence.entry = attachment.entry
        remove_evidence(attachment.evidence, by=by, at=at)
