from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plaudit.entries.models.entry import Entry
from plaudit.kit.clock import now
from plaudit.kit.models import AppendOnly, Identified
from plaudit.programmes.models import DiscountCode, Edition


class SettledBy(models.TextChoices):
    FREE = "free", _("Nothing to pay")
    CARD = "card", _("Card")
    ORDER = "order", _("Purchase order")


class Settlement(AppendOnly):
    """How an entry's fee was settled, at the price of that instant: by card, on a purchase order, or free.

    Amounts are in the currency's hundredths. `number` is the invoice's, in an unbroken row for each edition;
    a fee of nothing has none. `bill_to` and `purchase_order` stand on the invoice as they were given.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="settlements")
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="settlement")
    method = models.CharField(max_length=5, choices=SettledBy)
    band_name = models.CharField(max_length=80)
    currency = models.CharField(max_length=3)
    price = models.PositiveIntegerField()
    discount = models.PositiveIntegerField(default=0)
    vat_percent = models.DecimalField(max_digits=4, decimal_places=2)
    vat = models.PositiveIntegerField()
    total = models.PositiveIntegerField()
    code = models.ForeignKey(
        DiscountCode, null=True, on_delete=models.PROTECT, related_name="settlements"
    )
    number = models.PositiveIntegerField(null=True)
    bill_to = models.TextField(max_length=500, blank=True)
    purchase_order = models.CharField(max_length=60, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint("edition", "number", name="invoice_number_once"),
            models.CheckConstraint(
                condition=Q(method="free", total=0, number__isnull=True)
                | (~Q(method="free") & Q(number__isnull=False)),
                name="invoice_where_something_is_due",
            ),
        ]


class CardPayment(Identified):
    """A payment that was begun with the card service for an entry: its price is held while it lasts."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="card_payments")
    provider_reference = models.CharField(max_length=80, unique=True)
    amount = models.PositiveIntegerField()
    quote = models.JSONField()
    bill_to = models.TextField(max_length=500, blank=True)
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    begun_at = models.DateTimeField(default=now)


class Payment(AppendOnly):
    """Money that came in for a settlement: from the card service, or noted by the organiser."""

    settlement = models.ForeignKey(Settlement, on_delete=models.PROTECT, related_name="payments")
    amount = models.PositiveIntegerField()
    provider_reference = models.CharField(max_length=80, blank=True)
    note = models.CharField(max_length=200, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    received_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["provider_reference"],
                condition=~Q(provider_reference=""),
                name="payment_once_per_reference",
            )
        ]
