from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from plaudit.entries.models.entry import Entry
from plaudit.kit.clock import now
from plaudit.kit.models import AppendOnly
from plaudit.programmes.models import Category, Edition


class Extension(AppendOnly):
    """More time: for one entry, for the entries of a category, or for all of the edition.

    The latest instant that applies to an entry counts (`entries.rules.closing_for`). A row never shortens.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="extensions")
    category = models.ForeignKey(
        Category, null=True, on_delete=models.PROTECT, related_name="extensions"
    )
    entry = models.ForeignKey(Entry, null=True, on_delete=models.PROTECT, related_name="extensions")
    closes_at = models.DateTimeField()
    reason = models.CharField(max_length=300)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    granted_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["granted_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(category__isnull=True) | Q(entry__isnull=True),
                name="extension_of_one_thing",
            )
        ]
