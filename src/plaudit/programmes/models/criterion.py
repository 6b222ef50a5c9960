from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plaudit.kit.models import Identified
from plaudit.programmes.models.category import Category
from plaudit.programmes.models.edition import Edition


class Criterion(Identified):
    """A section's name, shared by the categories of an edition: Ambition, Outcome, Spread …"""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="criteria")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)

    class Meta:
        ordering = ["position"]
        verbose_name_plural = "criteria"
        constraints = [models.UniqueConstraint("edition", "name", name="criterion_name_once")]

    def __str__(self) -> str:
        return self.name


class WeightUnit(models.TextChoices):
    PERCENT = "percent", _("per cent")
    POINTS = "points", _("points")


class CategoryCriterion(Identified):
    """A criterion as one category asks it: its limit, its weight, and whether it is scored."""

    category = models.ForeignKey(Category, on_delete=models.CASCADE, related_name="criteria")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="uses")
    position = models.PositiveSmallIntegerField()
    word_limit = models.PositiveIntegerField(null=True, blank=True)
    weight = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    weight_unit = models.CharField(max_length=10, choices=WeightUnit, blank=True)
    is_scored = models.BooleanField(default=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint("category", "criterion", name="criterion_once_per_category"),
            models.CheckConstraint(
                condition=Q(weight__isnull=True) | Q(weight__gte=0), name="weight_not_negative"
            ),
        ]

    @property
    def name(self) -> str:
        """The criterion's name in this edition."""
        return self.criterion.name


class Prompt(Identified):
    """One bullet that an entrant must address."""

    criterion = models.ForeignKey(
        CategoryCriterion, on_delete=models.CASCADE, related_name="prompts"
    )
    position = models.PositiveSmallIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ["position"]
