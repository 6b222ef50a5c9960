from __future__ import annotations

from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import F, Q

from plaudit.kit.clock import now
from plaudit.kit.models import Identified
from plaudit.programmes.models import Edition


class Event(Identified):
    """An edition's ceremony, as far as places at it are sold. Its day and venue are the edition's.

    Amounts are in the currency's hundredths (pence), before VAT; a price of 0 is free. `tables` are all that
    there are, so that `tables` × `places_at_table` places can be sold, as tables or singly. From
    `booking_opens_at` on, and before `booking_closes_at`, the clock alone opens booking. Guests can be changed
    before `names_due_at`. `most_places` is for one organisation; None: as many as there are. `stem` begins the
    references of its bookings.
    """

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="ceremony_event")
    stem = models.CharField(max_length=12, unique=True)
    name = models.CharField(max_length=120)
    address = models.TextField(max_length=500, blank=True)
    booking_opens_at = models.DateTimeField()
    booking_closes_at = models.DateTimeField()
    names_due_at = models.DateTimeField()
    places_at_table = models.PositiveSmallIntegerField(default=10)
    tables = models.PositiveSmallIntegerField()
    most_places = models.PositiveIntegerField(null=True, blank=True)
    currency = models.CharField(max_length=3, default="GBP")
    table_price = models.PositiveIntegerField(default=0)
    place_price = models.PositiveIntegerField(default=0)
    vat_percent = models.DecimalField(max_digits=4, decimal_places=2, default=20)
    vat_number = models.CharField(max_length=30, blank=True)
    seller = models.TextField(max_length=500, blank=True)
    pay_to = models.TextField(max_length=500, blank=True)
    payment_days = models.PositiveSmallIntegerField(default=30)
    terms = models.TextField(max_length=4000, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(booking_opens_at__lt=F("booking_closes_at")),
                name="booking_opens_before_it_closes",
            ),
            models.CheckConstraint(
                condition=Q(places_at_table__gte=1) & Q(tables__gte=1),
                name="event_has_a_table_with_a_place",
            ),
            models.CheckConstraint(
                condition=Q(vat_percent__gte=0) & Q(vat_percent__lt=100), name="event_vat_percent"
            ),
        ]

    @property
    def capacity(self) -> int:
        """How many places there are in all."""
        return self.tables * self.places_at_table

    @property
    def zone(self) -> ZoneInfo:
        """The time zone that its dates are shown in."""
        return self.edition.zone
