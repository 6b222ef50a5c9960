from __future__ import annotations

from django.db import models

from plaudit.entries.models.entry import Entry
from plaudit.kit.models import Identified
from plaudit.programmes.models import EligibilityQuestion


class EligibilityAnswer(Identified):
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="eligibility_answers")
    question = models.ForeignKey(
        EligibilityQuestion, on_delete=models.PROTECT, related_name="answers"
    )
    is_yes = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint("entry", "question", name="eligibility_answer_once")]
