from __future__ import annotations

from django.db import models
from django.db.models import Q

from plaudit.judging.models.assignment import Assignment
from plaudit.kit.clock import now
from plaudit.kit.models import AppendOnly, Identified
from plaudit.programmes.models import CategoryCriterion


class Scorecard(Identified):
    """A judge's scores and comments on one entry. Only the judge ever writes it."""

    assignment = models.OneToOneField(
        Assignment, on_delete=models.PROTECT, related_name="scorecard"
    )
    version = models.PositiveIntegerField(default=0)
    comment = models.TextField(blank=True)
    last_key = models.UUIDField(null=True)
    saved_at = models.DateTimeField(default=now)


class Score(Identified):
    """A judge's mark, 0 to 10, and words for one criterion of one entry."""

    scorecard = models.ForeignKey(Scorecard, on_delete=models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(CategoryCriterion, on_delete=models.PROTECT, related_name="+")
    value = models.PositiveSmallIntegerField(null=True)
    comment = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("scorecard", "criterion", name="score_once_per_criterion"),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__lte=10), name="score_at_most_ten"
            ),
        ]


class Confirmation(AppendOnly):
    """The judge's word that a scorecard is final. Only confirmed scorecards count in a ranking."""

    scorecard = models.OneToOneField(
        Scorecard, on_delete=models.PROTECT, related_name="confirmation"
    )
    confirmed_at = models.DateTimeField(default=now)
