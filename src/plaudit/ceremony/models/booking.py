from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from plaudit.ceremony.models.event import Event
from plaudit.kit.clock import now
from plaudit.kit.models import AppendOnly, Identified
from plaudit.people.models import Organisation


class Booking(Identified):
    """An organisation's tables and places at a ceremony, at the prices and the size of table of its first day.

    How many it holds is the sum of its movements, and what it costs the sum of what they cost; neither is
    stored. `cancelled_at` is written with the `BookingCancellation` alone. `version` grows with each change of
    the booking, of its billing or of how many places it holds.
    """

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="bookings")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="table_bookings"
    )
    number = models.PositiveIntegerField()
    reference = models.CharField(max_length=24, unique=True)
    places_at_table = models.PositiveSmallIntegerField()
    currency = models.CharField(max_length=3)
    table_price = models.PositiveIntegerField()
    place_price = models.PositiveIntegerField()
    vat_percent = models.DecimalField(max_digits=4, decimal_places=2)
    purchase_order = models.CharField(max_length=60, blank=True)
    bill_to = models.TextField(max_length=500, blank=True)
    booked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    booked_at = models.DateTimeField(default=now)
    key = models.UUIDField(unique=True)
    cancelled_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint("event", "number", name="booking_number_once"),
            models.UniqueConstraint(
                fields=["event", "organisation"],
                condition=Q(cancelled_at__isnull=True),
                name="one_live_booking_an_organisation",
            ),
        ]


class BookingMovement(AppendOnly):
    """Tables and places taken, or given back (below nothing): the first booking, each change, the cancellation.

    Where money is due for it, or due back, it is an invoice or a credit note, and `number` its own in the
    event's unbroken row; otherwise None.
    """

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="movements")
    booking = models.ForeignKey(Booking, on_delete=models.PROTECT, related_name="movements")
    tables = models.IntegerField()
    places = models.IntegerField()
    number = models.PositiveIntegerField(null=True)
    moved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    moved_at = models.DateTimeField(default=now)
    key = models.UUIDField(unique=True)

    class Meta:
        ordering = ["moved_at", "pk"]
        constraints = [
            models.UniqueConstraint("event", "number", name="booking_paper_number_once"),
            models.CheckConstraint(
                condition=~Q(tables=0, places=0), name="movement_moves_something"
            ),
        ]


class BookingCancellation(AppendOnly):
    """That a booking holds nothing any more, and why."""

    booking = models.OneToOneField(Booking, on_delete=models.PROTECT, related_name="cancellation")
    reason = models.CharField(max_length=300, blank=True)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    cancelled_at = models.DateTimeField(default=now)
