from __future__ import annotations

from zoneinfo import ZoneInfo

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from plaudit.kit.clock import now
from plaudit.kit.models import Identified
from plaudit.programmes.models.programme import Programme


def default_reminder_hours() -> list[int]:
    """Return when drafts are reminded of closing, in hours before it: a week, two days, four hours."""
    return [168, 48, 4]


def default_file_kinds() -> list[str]:
    """Return the kinds of file that may be added as evidence."""
    return ["pdf", "docx", "xlsx", "pptx", "jpeg", "png"]


class Edition(Identified):
    """One run of a programme, with its own dates, texts and colours.

    Dates are instants, stored in UTC and shown in `time_zone`. Nothing here opens or closes anything:
    the clock does, at the request (`programmes.rules`). `grace_minutes` is published: it is for people who
    had the form open at closing. `reminder_hours` says when drafts are reminded, in hours before closing.
    `confirmations_block`: whether an entry that a partner has not confirmed may be submitted.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="editions")
    slug = models.SlugField()
    name = models.CharField(max_length=120)
    strapline = models.CharField(max_length=200, blank=True)
    introduction = models.TextField(blank=True)
    how_it_works = models.TextField(blank=True)
    judge_terms = models.TextField(blank=True)
    time_zone = models.CharField(max_length=40, default="Europe/London")
    accent_colour = models.CharField(max_length=7, default="#1F5C4A")
    default_word_limit = models.PositiveSmallIntegerField(default=400)
    grace_minutes = models.PositiveSmallIntegerField(default=0)
    reminder_hours = ArrayField(
        models.PositiveSmallIntegerField(), default=default_reminder_hours, blank=True
    )
    confirmations_block = models.BooleanField(default=False)
    allowed_file_kinds = ArrayField(
        models.CharField(max_length=10), default=default_file_kinds, blank=True
    )
    largest_file_megabytes = models.PositiveSmallIntegerField(default=25)
    most_files = models.PositiveSmallIntegerField(default=10)
    readers_per_entry = models.PositiveSmallIntegerField(default=3)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    judging_opens_at = models.DateTimeField()
    judging_closes_at = models.DateTimeField()
    ceremony_at = models.DateTimeField(null=True, blank=True)
    venue = models.CharField(max_length=200, blank=True)
    shows_judges = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint("programme", "slug", name="edition_slug_once"),
            models.CheckConstraint(
                condition=Q(opens_at__lt=F("closes_at")), name="edition_opens_before_it_closes"
            ),
            models.CheckConstraint(
                condition=Q(judging_opens_at__lt=F("judging_closes_at")),
                name="judging_opens_before_it_closes",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def zone(self) -> ZoneInfo:
        """The time zone that dates are shown in."""
        return ZoneInfo(self.time_zone)


class ScoreAnchor(Identified):
    """What a score means, in a sentence: the same for every criterion of an edition."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="score_anchors")
    value = models.PositiveSmallIntegerField()
    meaning = models.CharField(max_length=300)

    class Meta:
        ordering = ["value"]
        constraints = [
            models.UniqueConstraint("edition", "value", name="score_anchor_once"),
            models.CheckConstraint(condition=Q(value__lte=10), name="score_anchor_at_most_ten"),
        ]


class FrequentQuestion(Identified):
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField()
    question = models.CharField(max_length=200)
    answer = models.TextField()

    class Meta:
        ordering = ["position"]
