from __future__ import annotations

from django.conf import settings
from django.db import models

from plaudit.entries.models.entry import Entry
from plaudit.kit.clock import now
from plaudit.kit.models import AppendOnly


class Submission(AppendOnly):
    """An entry as it stood when it was submitted, for good.

    `snapshot` is all that judges will read (`entries.snapshot`); `digest` is the SHA-256, in hex, of its
    canonical JSON. `key` is the idempotency key of the form that submitted it. `is_automatic`: submitted at
    closing because `submitted_by` had asked for that.
    """

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="submissions")
    number = models.PositiveSmallIntegerField()
    reference = models.CharField(max_length=40, unique=True)
    snapshot = models.JSONField()
    digest = models.CharField(max_length=64)
    key = models.UUIDField(unique=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    submitted_at = models.DateTimeField(default=now)
    is_automatic = models.BooleanField(default=False)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint("entry", "number", name="submission_number_once")]


class Withdrawal(AppendOnly):
    """The entrant's decision to take a submitted entry out. Submitting again puts it back in."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="withdrawals")
    submission = models.OneToOneField(
        Submission, on_delete=models.PROTECT, related_name="withdrawal"
    )
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(default=now)
    reason = models.CharField(max_length=300, blank=True)
