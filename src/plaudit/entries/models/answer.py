from __future__ import annotations

from django.conf import settings
from django.db import models

from plaudit.entries.models.entry import Entry
from plaudit.kit.clock import now
from plaudit.kit.models import Identified
from plaudit.programmes.models import CategoryCriterion


class Answer(Identified):
    """What the entry says to one criterion: its text now, and how many times it was changed.

    A save names the version it was written against; one that is behind is refused with both texts.
    `document` is the Yjs document (pycrdt, text under "text") whose words are `text`: both are written
    in one transaction, so that people can come to edit one answer together without moving any data.
    `words` is the count of `text`, kept so that a page can show every answer's length without reading them.
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="answers")
    criterion = models.ForeignKey(
        CategoryCriterion, on_delete=models.PROTECT, related_name="answers"
    )
    text = models.TextField(blank=True)
    words = models.PositiveIntegerField(default=0)
    document = models.BinaryField(default=bytes)
    version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(null=True)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    last_key = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("entry", "criterion", name="answer_once_per_criterion")
        ]


class AnswerRevision(Identified):
    """A text that the answer has had; the newest row is the text it has now.

    Saves by one person within ten minutes share a row, unless one takes away more than a little.
    """

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="revisions")
    version = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    began_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["version"]
        constraints = [models.UniqueConstraint("answer", "version", name="revision_once")]
