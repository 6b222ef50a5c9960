"""Putting back what was taken off an entry: evidence, and the photo."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from plaudit.entries.actions.evidence import require_room
from plaudit.entries.attachments import files_left
from plaudit.entries.models import Attachment, AttachmentKind, Entry, Evidence, EvidenceKind
from plaudit.entries.rules import may_write
from plaudit.kit.verdict import require
from plaudit.people.models import Person


@transaction.atomic
def put_back_evidence(evidence: Evidence, *, by: Person, at: dt.datetime) -> None:
    """Put the evidence back on its entry, under its number, with the file that it had when it was taken off.

    Checks that the person may write at `at`; locks the entry; does nothing the second time; checks that there
    is room for another piece, and for another file if it is one. Raises Refused.
    """
    require(may_write(by, evidence.entry, at))
    Entry.objects.select_for_update(no_key=True).get(pk=evidence.entry_id)
    held = Evidence.objects.get(pk=evidence.pk)
    if held.removed_at is None:
        return
    require_room(evidence.entry)
    if held.kind == EvidenceKind.ATTACHMENT:
        require(files_left(evidence.entry))
        Attachment.objects.filter(evidence=held, removed_at=held.removed_at).update(removed_at=None)
    held.removed_at = None
    held.save(update_fields=["removed_at"])


@transaction.atomic
def put_back_photo(photo: Attachment, *, by: Person, at: dt.datetime) -> None:
    """Put a photo back that was taken off or replaced; one that is on the entry now makes room for it.

    Checks that the person may write at `at`; locks the entry; does nothing the second time. Raises Refused.
    """
    require(may_write(by, photo.entry, at))
    Entry.objects.select_for_update(no_key=True).get(pk=photo.entry_id)
    photos = Attachment.objects.filter(entry=photo.entry_id, kind=AttachmentKind.PHOTO)
    if photos.filter(pk=photo.pk, removed_at__isnull=False).exists():
        photos.filter(removed_at__isnull=True).update(removed_at=at)
        photos.filter(pk=photo.pk).update(removed_at=None)
