from __future__ import annotations

from django.conf import settings
from django.db import models

from plaudit.entries.models.attachment import Attachment, AttachmentKind
from plaudit.entries.models.entry import Entry
from plaudit.entries.models.evidence import Evidence
from plaudit.kit.clock import now
from plaudit.kit.models import Identified


class Upload(Identified):
    """A file on its way: `received` of `size` bytes have come. Its parts are thrown away when it has become
    the `attachment`, and with the row when nothing has come for two days (`entries.file_tasks`).

    `evidence` is the piece whose file it will take the place of, if any. `key` stands for one file of one
    person: sent again, it finds the same row, and how far it came.
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="uploads")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=AttachmentKind)
    evidence = models.ForeignKey(Evidence, null=True, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=200, blank=True)
    name = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    received = models.PositiveBigIntegerField(default=0)
    key = models.UUIDField()
    attachment = models.OneToOneField(
        Attachment, null=True, on_delete=models.CASCADE, related_name="upload"
    )
    created_at = models.DateTimeField(default=now)
    touched_at = models.DateTimeField(default=now, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint("entry", "by", "key", name="upload_once")]

    @property
    def is_whole(self) -> bool:
        """Whether every byte has come."""
        return self.received == self.size


class UploadPart(Identified):
    """Some bytes of an upload, from `offset` on, in a file of their own, so that any storage will do."""

    upload = models.ForeignKey(Upload, on_delete=models.CASCADE, related_name="parts")
    offset = models.PositiveBigIntegerField()
    size = models.PositiveBigIntegerField()
    file = models.FileField(upload_to="uploads/", max_length=200)

    class Meta:
        ordering = ["offset"]
        constraints = [models.UniqueConstraint("upload", "offset", name="upload_part_once")]
