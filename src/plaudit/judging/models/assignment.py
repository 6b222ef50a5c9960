from __future__ import annotations

from django.conf import settings
from django.db import models

from plaudit.entries.models import Entry
from plaudit.judging.models.judge import Judge
from plaudit.judging.models.round import Round
from plaudit.kit.clock import now
from plaudit.kit.models import AppendOnly, Identified


class Assignment(Identified):
    """An entry given to a judge to read and score in a round."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="assignments")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="assignments")
    judge = models.ForeignKey(Judge, on_delete=models.PROTECT, related_name="assignments")
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    assigned_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint("round", "entry", "judge", name="assigned_once_per_round")
        ]


class Abstention(AppendOnly):
    """The judge's own act: not scoring this entry, and why."""

    assignment = models.OneToOneField(
        Assignment, on_delete=models.PROTECT, related_name="abstention"
    )
    reason = models.CharField(max_length=300)
    abstained_at = models.DateTimeField(default=now)


class Recusal(AppendOnly):
    """The organiser's act, or the system's on a newly declared conflict: this judge is off this entry."""

    assignment = models.OneToOneField(Assignment, on_delete=models.PROTECT, related_name="recusal")
    reason = models.CharField(max_length=300)
    recused_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    recused_at = models.DateTimeField(default=now)
