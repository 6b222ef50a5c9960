"""A file that comes in parts, so that a dropped connection costs one part and not the whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import IO
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import transaction

from plaudit.entries.actions.attachment import attach_chunks
from plaudit.entries.actions.evidence import LONGEST_TITLE
from plaudit.entries.attachments import files_left
from plaudit.entries.intake.safe_file import check_size, clean_name
from plaudit.entries.models import Attachment, AttachmentKind, Entry, Evidence, Upload, UploadPart
from plaudit.entries.rules import may_write
from plaudit.entries.storing import largest_file, word_for
from plaudit.entries.wording import clean_line
from plaudit.kit.identifiers import new_token
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person

LARGEST_PART = 4 * 1024 * 1024
MOST_AT_ONCE = 20
KEPT = dt.timedelta(days=2)


def begin_upload(
    entry: Entry,
    kind: str,
    *,
    name: str,
    size: int,
    title: str = "",
    evidence: Evidence | None = None,
    key: UUID,
    by: Person,
    at: dt.datetime,
) -> Upload:
    """Announce a file of `size` bytes, or find the upload that the same `key` began, with how far it came.

    Checks that the person may write at `at`, the size, that there is room for another file, and that the
    person has fewer than 20 files on their way to this entry. A key whose file is on the entry no more begins
    anew. Raises Refused.
    """
    require(may_write(by, entry, at))
    kind = AttachmentKind(kind)
    known = Upload.objects.filter(entry=entry, by=by, key=key).select_related("attachment").first()
    if known and known.size == size and not _is_over(known):
        return known
    if known:
        discard_upload(known)
    check_size(size, largest_file(entry.category.edition, kind), word_for(kind))
    if kind == AttachmentKind.EVIDENCE and evidence is None:
        require(files_left(entry))
    if Upload.objects.filter(entry=entry, by=by, attachment=None).count() >= MOST_AT_ONCE:
        raise Refused("Too many files are on their way at once. Wait until some have arrived.")
    row, _ = Upload.objects.get_or_create(
        entry=entry,
        by=by,
        key=key,
        defaults={
            "kind": kind,
            "evidence": evidence,
            "title": clean_line(title)[:LONGEST_TITLE],
            "name": clean_name(name, word_for(kind)),
            "size": size,
            "created_at": at,
            "touched_at": at,
        },
    )
    return row


def add_part(upload: Upload, offset: int, body: IO[bytes], *, by: Person, at: dt.datetime) -> int:
    """Keep the bytes that begin at `offset`, and return how many have come in all: where to go on from.

    Checks that the person may write at `at`. Bytes that came before, or that leave a gap, are not kept: the
    number says so. At most 4 MB are read. Locks the upload. Raises Refused.
    """
    require(may_write(by, upload.entry, at))
    if offset != upload.received or upload.attachment_id is not None:
        return upload.received
    content = body.read(min(LARGEST_PART, upload.size - offset))
    if not content:
        return upload.received
    part = UploadPart(upload=upload, offset=offset, size=len(content))
    part.file.save(new_token(), ContentFile(content), save=False)
    try:
        with transaction.atomic():
            locked = Upload.objects.select_for_update(no_key=True).get(pk=upload.pk)
            if locked.received != offset:
                part.file.storage.delete(str(part.file.name))
                return locked.received
            part.save()
            locked.received, locked.touched_at = offset + len(content), at
            locked.save(update_fields=["received", "touched_at"])
    except BaseException:
        part.file.storage.delete(str(part.file.name))
        raise
    upload.received = locked.received
    return upload.received


def finish_upload(upload: Upload, *, by: Person, at: dt.datetime) -> Attachment:
    """Make the file of the parts and put it on the entry, once: a second call returns the same file.

    Checks that every byte has come; then as `attach_chunks`. A file that is refused for what it is, is
    thrown away with its parts. Raises Refused.
    """
    if upload.attachment is not None:
        return upload.attachment
    require(may_write(by, upload.entry, at))
    if not upload.is_whole:
        raise Refused("The file has not come whole yet. Send it again: what has come is kept.")
    try:
        with transaction.atomic():
            locked = Upload.objects.select_for_update(no_key=True).get(pk=upload.pk)
            if locked.attachment is None:
                locked.attachment = attach_chunks(
                    upload.entry,
                    upload.kind,
                    _bytes_of(upload),
                    upload.name,
                    title=upload.title,
                    evidence=upload.evidence,
                    by=by,
                    at=at,
                )
                locked.save(update_fields=["attachment"])
    except Refused:
        discard_upload(upload)
        raise
    upload.attachment = locked.attachment
    _throw_parts_away(upload)
    return locked.attachment


def discard_upload(upload: Upload) -> None:
    """Throw an upload away with its parts. The file that it became, if any, stays on the entry."""
    _throw_parts_away(upload)
    Upload.objects.filter(pk=upload.pk).delete()


def purge_uploads(*, at: dt.datetime) -> int:
    """Throw away the uploads for which nothing has come for two days, and return how many."""
    old = list(Upload.objects.filter(touched_at__lt=at - KEPT))
    for upload in old:
        discard_upload(upload)
    return len(old)


def _is_over(upload: Upload) -> bool:
    return upload.attachment is not None and upload.attachment.removed_at is not None


def _bytes_of(upload: Upload) -> Iterator[bytes]:
    for part in upload.parts.order_by("offset"):
        with part.file.open("rb") as file:
            yield from file.chunks()


def _throw_parts_away(upload: Upload) -> None:
    parts = list(upload.parts.all())
    for part in parts:
        part.file.storage.delete(str(part.file.name))
    UploadPart.objects.filter(pk__in=[part.pk for part in parts]).delete()
