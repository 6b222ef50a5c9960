from __future__ import annotations

from django.db import models

from plaudit.ceremony.models.booking import Booking
from plaudit.kit.clock import now
from plaudit.kit.models import Identified


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
