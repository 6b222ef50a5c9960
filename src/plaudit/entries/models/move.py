from __future__ import annotations

from django.conf import settings
from django.db import models

from plaudit.entries.models.entry import Entry
from plaudit.kit.clock import now
from plaudit.kit.models import AppendOnly
from plaudit.programmes.models import Category


class CategoryMove(AppendOnly):
    """An entry was moved from one category of its edition to another.

    Answers to criteria that the two share went along; the others are parked: they keep the criterion they
    were written for, and come back when the entry moves to a category that asks it.
    """

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="moves")
    from_category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+")
    to_category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+")
    moved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    moved_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["moved_at"]
