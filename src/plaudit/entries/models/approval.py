from __future__ import annotations

from django.conf import settings
from django.db import models

from plaudit.entries.models.entry import Entry
from plaudit.kit.clock import now
from plaudit.kit.models import AppendOnly
from plaudit.people.models import Organisation


class Approval(AppendOnly):
    """What an organisation's awards lead says of an entry. The latest of an organisation counts."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="approvals")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    is_approved = models.BooleanField()
    note = models.CharField(max_length=300, blank=True)
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    said_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["said_at"]
