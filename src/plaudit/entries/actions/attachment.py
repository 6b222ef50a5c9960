"""The photo and the evidence document of an entry."""

from __future__ import annotations

import datetime as dt
from typing import IO

from django.core.files.base import ContentFile
from django.db import transaction

from plaudit.entries.models import Attachment, AttachmentKind, Entry
from plaudit.entries.rules import may_write
from plaudit.entries.uploads import SafeFile, safe_document, safe_photo
from plaudit.kit.identifiers import new_token
from plaudit.kit.verdict import require
from plaudit.people.models import Person


def attach_file(
    entry: Entry, kind: str, upload: IO[bytes], *, by: Person, at: dt.datetime
) -> Attachment:
    """Put the file on the entry in place of the one of its kind. `upload.name` is what it is called.

    Checks that the person may write at `at` and that the file is what it should be; stores what was made
    of it under a random name; locks the entry; stamps the earlier file as removed. Raises Refused.
    """
    require(may_write(by, entry, at))
    check = safe_photo if AttachmentKind(kind) == AttachmentKind.PHOTO else safe_document
    file = check(upload, getattr(upload, "name", "") or "")
    attachment = _stored(entry, kind, file, by=by, at=at)
    try:
        with transaction.atomic():
            Entry.objects.select_for_update(no_key=True).get(pk=entry.pk)
            standing = entry.attachments.filter(kind=kind, removed_at__isnull=True)
            standing.update(removed_at=at)
            attachment.save()
    except BaseException:
        attachment.file.storage.delete(str(attachment.file.name))
        raise
    return attachment


@transaction.atomic
def remove_attachment(attachment: Attachment, *, by: Person, at: dt.datetime) -> None:
    """Take the file off the entry. Submissions made with it keep it.

    Checks that the person may write at `at`; locks the entry. Raises Refused.
    """
    require(may_write(by, attachment.entry, at))
    Entry.objects.select_for_update(no_key=True).get(pk=attachment.entry_id)
    Attachment.objects.filter(pk=attachment.pk, removed_at__isnull=True).update(removed_at=at)


def _stored(entry: Entry, kind: str, file: SafeFile, *, by: Person, at: dt.datetime) -> Attachment:
    attachment = Attachment(
        entry=entry,
        kind=kind,
        name=file.name,
        content_type=file.content_type,
        size=len(file.content),
        page_count=file.page_count,
        sha256=file.sha256,
        added_by=by,
        added_at=at,
    )
    attachment.file.save(f"{new_token()}.{file.extension}", ContentFile(file.content), save=False)
    return attachment
