from __future__ import annotations

from django.db import models

from plaudit.kit.models import AppendOnly
from plaudit.results.models.decision import Decision


class Correction(AppendOnly):
    """Why a decision was made after its awards were released. Who made it, and when, stand in the decision.

    `replaced` is the decision that counted until then; None when nothing had been decided on the entry.
    """

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="correction")
    replaced = models.OneToOneField(
        Decision, on_delete=models.PROTECT, related_name="replacement", null=True
    )
    reason = models.CharField(max_length=300)
