from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plaudit.entries.models.entry import Entry
from plaudit.kit.clock import now
from plaudit.kit.models import Identified


class AttachmentKind(models.TextChoices):
    PHOTO = "photo", _("Photo")
    EVIDENCE = "evidence", _("Evidence document")


class Attachment(Identified):
    """A file on an entry, stored under a random name. `name` is only what the person called it.

    Replacing or removing a file stamps `removed_at`: submissions made earlier still name it by digest.
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="attachments")
    kind = models.CharField(max_length=10, choices=AttachmentKind)
    file = models.FileField(upload_to="attachments/", max_length=200)
    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=80)
    size = models.PositiveBigIntegerField()
    page_count = models.PositiveIntegerField(null=True)
    sha256 = models.CharField(max_length=64)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField(default=now)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "kind"],
                condition=Q(removed_at__isnull=True),
                name="one_attachment_of_a_kind",
            )
        ]
