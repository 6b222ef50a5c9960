from __future__ import annotations

from django.conf import settings
from django.db import models

from plaudit.entries.models.entry import Entry
from plaudit.entries.models.submission import Submission
from plaudit.kit.clock import now
from plaudit.kit.models import AppendOnly


class Reception(AppendOnly):
    """The organiser's desk has looked at a submission and found it in order, or says what is not.

    The latest row of a submission counts. It tells the entrant where the entry stands; it decides nothing.
    """

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="receptions")
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="receptions")
    is_in_order = models.BooleanField()
    note = models.CharField(max_length=500, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    checked_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["checked_at", "id"]
