from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from plaudit.entries.models import Entry
from plaudit.kit.clock import now
from plaudit.kit.models import AppendOnly


class Outcome(models.TextChoices):
    NOT_PLACED = "not_placed", _("Not placed")
    FINALIST = "finalist", _("Finalist")
    HIGHLY_COMMENDED = "highly_commended", _("Highly commended")
    WINNER = "winner", _("Winner")
    JOINT_WINNER = "joint_winner", _("Joint winner")


class Decision(AppendOnly):
    """What the panel makes of an entry. The latest row counts; earlier ones stay to be read.

    `citation` is the judges' words, read on stage and shown with the award.
    """

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    outcome = models.CharField(max_length=16, choices=Outcome)
    citation = models.TextField(blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [models.UniqueConstraint("entry", "number", name="decision_number_once")]
