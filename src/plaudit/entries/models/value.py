from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from plaudit.entries.models.evidence import Evidence
from plaudit.kit.models import Identified


class Value(Identified):
    """What the project cost and what it saved over `months` months, described by `period`."""

    evidence = models.OneToOneField(Evidence, on_delete=models.CASCADE, related_name="value")
    period = models.CharField(max_length=80, blank=True)
    months = models.PositiveSmallIntegerField(null=True)
    assumptions = models.TextField(blank=True)
    source = models.CharField(max_length=300, blank=True)


class ValueLineKind(models.TextChoices):
    STAFF = "staff", _("Staff time")
    COST = "cost", _("Other cost")
    CASH = "cash", _("Cash-releasing saving")
    CAPACITY = "capacity", _("Saving that does not release cash")


class ValueLine(Identified):
    """One cost or saving, in pounds. For staff time, `amount` is `hours` times `rate`."""

    value = models.ForeignKey(Value, on_delete=models.CASCADE, related_name="lines")
    kind = models.CharField(max_length=8, choices=ValueLineKind)
    position = models.PositiveSmallIntegerField()
    description = models.CharField(max_length=200)
    hours = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    rate = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    amount = models.DecimalField(max_digits=16, decimal_places=2)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint("value", "position", name="value_line_position_once")
        ]
