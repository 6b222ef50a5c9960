from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plaudit.entries.models import Entry
from plaudit.judging.models.judge import Judge
from plaudit.kit.clock import now
from plaudit.kit.models import AppendOnly, Identified
from plaudit.people.models import Organisation


class InterestKind(models.TextChoices):
    EMPLOYER = "employer", _("I work there")
    PAST_EMPLOYER = "past_employer", _("I worked there in the last three years")
    ADVISER = "adviser", _("I advise or am paid by them")
    FAMILY = "family", _("Somebody close to me works there")
    PROJECT = "project", _("I had a part in this project")
    OTHER = "other", _("Something else")


class Interest(Identified):
    """What a judge declares, about an organisation or about one entry. The system derives conflicts from it."""

    judge = models.ForeignKey(Judge, on_delete=models.CASCADE, related_name="interests")
    kind = models.CharField(max_length=14, choices=InterestKind)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    entry = models.ForeignKey(
        Entry, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    note = models.CharField(max_length=300, blank=True)
    declared_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation__isnull=False) ^ Q(entry__isnull=False),
                name="interest_in_one_thing",
            )
        ]


class InterestDeclaration(AppendOnly):
    """The judge's word that every interest has been named. Nothing can be read before it."""

    judge = models.ForeignKey(Judge, on_delete=models.PROTECT, related_name="declarations")
    declared_at = models.DateTimeField(default=now)
