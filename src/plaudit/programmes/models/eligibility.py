from __future__ import annotations

from django.db import models

from plaudit.kit.models import Identified
from plaudit.programmes.models.category import Category


class EligibilityQuestion(Identified):
    """A yes-or-no question that decides whether a project may enter, and what to say when it may not."""

    category = models.ForeignKey(
        Category, on_delete=models.CASCADE, related_name="eligibility_questions"
    )
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    required_answer = models.BooleanField(default=True)
    reason = models.CharField(max_length=300)

    class Meta:
        ordering = ["position"]
