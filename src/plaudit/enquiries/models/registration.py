from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from plaudit.kit.clock import now
from plaudit.kit.models import Identified
from plaudit.programmes.models import Edition


class RegistrationKind(models.TextChoices):
    ATTEND = "attend", _("Attend the ceremony")
    SPONSOR = "sponsor", _("Sponsor a category")


class InterestRegistration(Identified):
    """Somebody who would like to attend or sponsor, and asks to be told more."""

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, related_name="interest_registrations"
    )
    kind = models.CharField(max_length=8, choices=RegistrationKind)
    name = models.CharField(max_length=120)
    email = models.EmailField()
    organisation = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)
    key = models.UUIDField(unique=True)
    created_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-created_at"]
