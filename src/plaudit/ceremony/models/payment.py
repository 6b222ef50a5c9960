from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from plaudit.ceremony.models.booking import Booking
from plaudit.kit.clock import now
from plaudit.kit.models import AppendOnly


class BookingPayment(AppendOnly):
    """Money that came in for a booking, or went back (below nothing), as the organiser noted it."""

    booking = models.ForeignKey(Booking, on_delete=models.PROTECT, related_name="payments")
    amount = models.IntegerField()
    note = models.CharField(max_length=200, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField(default=now)
    key = models.UUIDField(unique=True)

    class Meta:
        ordering = ["recorded_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(amount=0), name="booking_payment_of_something")
        ]
