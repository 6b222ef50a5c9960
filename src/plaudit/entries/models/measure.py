from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from plaudit.entries.models.evidence import Evidence
from plaudit.kit.models import Identified


class Direction(models.TextChoices):
    """Which way is better."""

    UP = "up", _("Up is better")
    DOWN = "down", _("Down is better")
    NEITHER = "neither", _("Neither: it is shown for context")


class Measure(Identified):
    """Something counted before and after. `evidence.title` says what.

    Values are in `unit` ("%", "£", "days"; 41 % is 41). Periods are in the entrant's words. `series` is a list of
    [ISO date, value as text], earliest first, or empty; `changed_on` is the day from which the change shows.
    """

    evidence = models.OneToOneField(Evidence, on_delete=models.CASCADE, related_name="measure")
    unit = models.CharField(max_length=40, blank=True)
    direction = models.CharField(max_length=8, choices=Direction)
    baseline = models.DecimalField(max_digits=20, decimal_places=6, null=True)
    baseline_period = models.CharField(max_length=80, blank=True)
    target = models.DecimalField(max_digits=20, decimal_places=6, null=True)
    target_period = models.CharField(max_length=80, blank=True)
    result = models.DecimalField(max_digits=20, decimal_places=6, null=True)
    result_period = models.CharField(max_length=80, blank=True)
    source = models.CharField(max_length=300, blank=True)
    series: models.JSONField[list[list[str]]] = models.JSONField(default=list, blank=True)
    changed_on = models.DateField(null=True)
    change_note = models.CharField(max_length=200, blank=True)
