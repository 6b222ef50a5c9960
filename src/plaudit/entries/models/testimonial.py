from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from plaudit.entries.models.evidence import Evidence
from plaudit.kit.models import Identified


class Audience(models.TextChoices):
    """How far somebody's words may go."""

    JUDGES = "judges", _("Judges only")
    PUBLIC = "public", _("May be published")


class Testimonial(Identified):
    """Somebody's own words about the project, and their consent to being quoted.

    Consent is recorded when `consented_on` is set: `consent_from` says who gave it, `consent_method` how, and
    `consent_recorded_by` and `_at` who of the entry's people wrote that down and when. Judges never see these.
    """

    evidence = models.OneToOneField(Evidence, on_delete=models.CASCADE, related_name="testimonial")
    words = models.TextField()
    name = models.CharField(max_length=120, blank=True)
    role = models.CharField(max_length=120, blank=True)
    organisation = models.CharField(max_length=200, blank=True)
    audience = models.CharField(max_length=8, choices=Audience, default=Audience.JUDGES)
    consent_from = models.CharField(max_length=120, blank=True)
    consent_method = models.CharField(max_length=200, blank=True)
    consented_on = models.DateField(null=True)
    consent_recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    consent_recorded_at = models.DateTimeField(null=True)
