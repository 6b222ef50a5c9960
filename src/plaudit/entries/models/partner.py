from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plaudit.entries.models.entry import Entry
from plaudit.kit.models import Identified
from plaudit.people.models import Organisation


class PartnerRole(models.TextChoices):
    LEAD = "lead", _("Lead organisation")
    JOINT = "joint", _("Joint partner")


class Partner(Identified):
    """An organisation on an entry, in the order of credit."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="partnerships"
    )
    role = models.CharField(max_length=8, choices=PartnerRole)
    position = models.PositiveSmallIntegerField()
    credit_line = models.CharField(max_length=240, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint("entry", "organisation", name="partner_once_per_entry"),
            models.UniqueConstraint(
                fields=["entry"], condition=Q(role="lead"), name="one_lead_per_entry"
            ),
        ]
