from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from plaudit.kit.clock import now
from plaudit.kit.models import Identified
from plaudit.programmes.models import Category, Edition


class EntryStatus(models.TextChoices):
    DRAFT = "draft", _("Not submitted")
    SUBMITTED = "submitted", _("Submitted")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Entry(Identified):
    """A project put forward for a category: a row from its first moment, never a session.

    `status` is written only by the actions that also append a `Submission` or a `Withdrawal`, and an
    invariant compares the two. `carried_from` is the earlier entry it was begun from. `submit_at_close_by`
    is who asked that it be submitted at closing if it is complete. `reference` ("PA27-0042") is what people
    quote; it never changes.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="entries")
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    reference = models.CharField(max_length=30, unique=True)
    title = models.CharField(max_length=120, blank=True)
    summary = models.TextField(blank=True)
    details_version = models.PositiveIntegerField(default=0)
    status = models.CharField(max_length=12, choices=EntryStatus, default=EntryStatus.DRAFT)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="entries_started"
    )
    carried_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="carried_to"
    )
    what_is_new = models.TextField(blank=True)
    submit_at_close_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    start_key = models.UUIDField(null=True, unique=True)
    created_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["number"]
        verbose_name_plural = "entries"
        constraints = [models.UniqueConstraint("edition", "number", name="entry_number_once")]
        indexes = [models.Index(fields=["edition", "status"], name="entry_by_status")]

    def __str__(self) -> str:
        return self.title or self.reference
