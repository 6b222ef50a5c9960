from __future__ import annotations

from django.conf import settings
from django.db import models

from plaudit.entries.models.entry import Entry
from plaudit.kit.clock import now
from plaudit.kit.models import Identified
from plaudit.programmes.models import Declaration, DeclarationChoice


class DeclarationAnswer(Identified):
    """What somebody declared for an entry, who it was and when. The last answer stands."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="declaration_answers")
    declaration = models.ForeignKey(Declaration, on_delete=models.PROTECT, related_name="answers")
    choice = models.CharField(max_length=12, choices=DeclarationChoice)
    note = models.CharField(max_length=300, blank=True)
    declared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    declared_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint("entry", "declaration", name="declaration_answer_once")
        ]
