from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from plaudit.entries.models.entry import Entry
from plaudit.kit.clock import now
from plaudit.kit.models import Identified


class EvidenceKind(models.TextChoices):
    ATTACHMENT = "attachment", _("Attachment")
    MEASURE = "measure", _("Measure")
    TESTIMONIAL = "testimonial", _("Testimonial")
    VALUE = "value", _("Value for money")


class Evidence(Identified):
    """A piece of evidence on an entry; what it holds is in the row of its kind (`measure`, `testimonial`, …).

    `number` is what answers cite: [E1]. It is given once and never again, even after `removed_at`.
    `position` is the order in which judges read the pieces of one kind. `version` counts how often it was kept.
    `is_stale`: carried over from an earlier entry, and nobody has touched it since.
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="evidence")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=EvidenceKind)
    title = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField()
    version = models.PositiveIntegerField(default=1)
    is_stale = models.BooleanField(default=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField(default=now)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["position"]
        verbose_name_plural = "evidence"
        constraints = [models.UniqueConstraint("entry", "number", name="evidence_number_once")]

    def __str__(self) -> str:
        return f"E{self.number} {self.title}"
