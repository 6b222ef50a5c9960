from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from plaudit.judging.models.judge import Judge
from plaudit.kit.models import Identified
from plaudit.programmes.models import Category, Edition


class Round(Identified):
    """One stage of judging, open between two instants."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="rounds")
    position = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(max_length=80)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint("edition", "position", name="round_position_once"),
            models.CheckConstraint(
                condition=Q(opens_at__lt=F("closes_at")), name="round_opens_before_it_closes"
            ),
        ]


class Panel(Identified):
    """The judges of one category in one round."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="panels")
    category = models.ForeignKey(Category, on_delete=models.CASCADE, related_name="panels")

    class Meta:
        constraints = [models.UniqueConstraint("round", "category", name="panel_once")]


class PanelMember(Identified):
    panel = models.ForeignKey(Panel, on_delete=models.CASCADE, related_name="members")
    judge = models.ForeignKey(Judge, on_delete=models.CASCADE, related_name="panel_memberships")

    class Meta:
        constraints = [models.UniqueConstraint("panel", "judge", name="panel_member_once")]
