from __future__ import annotations

from django.conf import settings
from django.db import models

from plaudit.ceremony.models.booking import Booking
from plaudit.kit.clock import now
from plaudit.kit.models import AppendOnly, Identified


class Guest(Identified):
    """Somebody who takes one of a booking's places, with what they eat and what they need to take part.

    Both are about people's health and beliefs: the organisation's awards lead and the organiser's people for
    attendance read them, and nobody else. A guest who is removed leaves no row behind, and a month after the
    ceremony both are forgotten.
    """

    booking = models.ForeignKey(Booking, on_delete=models.PROTECT, related_name="guests")
    name = models.CharField(max_length=120)
    dietary = models.CharField(max_length=300, blank=True)
    access = models.CharField(max_length=300, blank=True)
    key = models.UUIDField(unique=True)
    added_at = models.DateTimeField(default=now)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["added_at", "pk"]


class GuestChange(AppendOnly):
    """That the organiser changed a guest for the organisation, after the names were due: who, when, and which part.

    It names no guest and holds no need, so that it can stay when they are deleted and forgotten.
    """

    booking = models.ForeignKey(Booking, on_delete=models.PROTECT, related_name="guest_changes")
    name_changed = models.BooleanField()
    needs_changed = models.BooleanField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    changed_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["changed_at", "pk"]
