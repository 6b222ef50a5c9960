from __future__ import annotations

from django.conf import settings
from django.db import models

from plaudit.entries.models.answer import Answer
from plaudit.kit.clock import now
from plaudit.kit.models import Identified


class Comment(Identified):
    """What somebody on the entry says about an answer, to the others on it. Judges never see it.

    A reply names the comment that began the thread; only that one is ever resolved. `quote` holds the words
    of the answer that it is about, if it is about any. `mentioned` are told by mail.
    """

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="comments")
    reply_to = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="replies"
    )
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    body = models.CharField(max_length=2000)
    quote = models.CharField(max_length=300, blank=True)
    key = models.UUIDField(unique=True)
    mentioned = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+")
    written_at = models.DateTimeField(default=now)
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["written_at", "id"]
