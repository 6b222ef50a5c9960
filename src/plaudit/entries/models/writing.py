from __future__ import annotations

from django.conf import settings
from django.db import models

from plaudit.entries.models.entry import Entry
from plaudit.kit.clock import now
from plaudit.kit.models import Identified
from plaudit.programmes.models import CategoryCriterion, Prompt


class HintDismissal(Identified):
    """A hint of the coach that the writers do not want to see again, for all who write the entry.

    `fingerprint` is the hint's own (`entries.engines.coach`): it stays while the words it is about stay.
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="hint_dismissals")
    criterion = models.ForeignKey(CategoryCriterion, on_delete=models.CASCADE, related_name="+")
    fingerprint = models.CharField(max_length=40)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint("entry", "criterion", "fingerprint", name="hint_dismissed_once")
        ]


class PromptTick(Identified):
    """The writers' own mark that an answer addresses a prompt. It decides nothing."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="prompt_ticks")
    prompt = models.ForeignKey(Prompt, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        constraints = [models.UniqueConstraint("entry", "prompt", name="prompt_ticked_once")]
