from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from plaudit.entries.models.entry import Entry
from plaudit.kit.clock import now
from plaudit.kit.models import Identified
from plaudit.programmes.models import CategoryCriterion


class Answer(Identified):
    """What the entry says to one criterion: its text now, and how many times it was changed.

    `document` is the Yjs document (pycrdt, text under "text") whose words are `text`: both are written in one
    transaction, with the update that made the change. `version` counts the updates. A text posted whole is
    merged as a change to the version it was based on. `is_stale`: carried from an earlier entry, not touched yet.
    `words` is the count of `text`, kept so that a page can show every answer's length without reading them.
    """

    entry = models.ForeignKey(
        Entry, on_delete=models.CASCADE, related_name="answers", db_index=False
    )
    criterion = models.ForeignKey(
        CategoryCriterion, on_delete=models.PROTECT, related_name="answers"
    )
    text = models.TextField(blank=True)
    words = models.PositiveIntegerField(default=0)
    document = models.BinaryField(default=bytes)
    version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(null=True)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,  # one index fewer to write at each save
    )
    is_stale = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint("entry", "criterion", name="answer_once_per_criterion")
        ]


class UpdateSource(models.TextChoices):
    """How an update came: typed in the page, posted whole, from a Word file, a restored text, or carried over."""

    TYPED = "typed", _("Typed")
    POSTED = "posted", _("Posted")
    WORD = "word", _("From a Word file")
    RESTORED = "restored", _("Restored")
    CARRIED = "carried", _("Carried over")


class AnswerUpdate(models.Model):
    """One change to an answer, as it was acknowledged: a Yjs update, who sent it and when.

    Rows are only ever added. The answer's document is the merge of its updates, so every text it ever had
    can be read again by replaying them in order of `version`.
    """

    id = models.BigAutoField(primary_key=True)
    answer = models.ForeignKey(
        Answer, on_delete=models.CASCADE, related_name="updates", db_index=False
    )
    version = models.PositiveIntegerField()
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    at = models.DateTimeField(default=now)
    source = models.CharField(max_length=8, choices=UpdateSource)
    data = models.BinaryField()

    class Meta:
        ordering = ["version"]
        constraints = [models.UniqueConstraint("answer", "version", name="answer_update_once")]
