from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper

from plaudit.kit.models import Identified
from plaudit.programmes.models.edition import Edition


class FeeTerms(Identified):
    """What an edition asks for an entry, in general. An edition without this row is free.

    Amounts are in the currency's hundredths (pence), before VAT. `seller` and `vat_number` stand on invoices.
    """

    edition = models.OneToOneField(Edition, on_delete=models.CASCADE, related_name="fee_terms")
    currency = models.CharField(max_length=3, default="GBP")
    vat_percent = models.DecimalField(max_digits=4, decimal_places=2, default=20)
    vat_number = models.CharField(max_length=30, blank=True)
    seller = models.TextField(max_length=500)
    pay_to = models.TextField(max_length=500, blank=True)
    payment_days = models.PositiveSmallIntegerField(default=30)
    takes_cards = models.BooleanField(default=False)
    takes_orders = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(vat_percent__gte=0) & Q(vat_percent__lt=100), name="fee_vat_percent"
            )
        ]


class FeeBand(Identified):
    """What organisations of some kinds pay: that of the lead decides. `kinds` empty: all that no other band names."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="fee_bands")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=80)
    kinds = ArrayField(models.CharField(max_length=30), default=list, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint("edition", "name", name="fee_band_once")]


class FeePrice(Identified):
    """A band's price from an instant on; the one without an instant holds from the beginning."""

    band = models.ForeignKey(FeeBand, on_delete=models.CASCADE, related_name="prices")
    amount = models.PositiveIntegerField()
    from_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["band", "from_at"], name="fee_price_once", nulls_distinct=False
            )
        ]


class DiscountCode(Identified):
    """A code that takes a percentage off; 100 makes the entry free. Case makes no difference."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="discount_codes")
    code = models.CharField(max_length=30)
    percent = models.PositiveSmallIntegerField()
    most_uses = models.PositiveIntegerField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint("edition", Upper("code"), name="discount_code_once"),
            models.CheckConstraint(
                condition=Q(percent__gte=1) & Q(percent__lte=100), name="discount_percent"
            ),
        ]
