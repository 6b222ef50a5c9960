from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plaudit.kit.clock import now
from plaudit.kit.models import Identified
from plaudit.people.models.organisation import Organisation


class MembershipRole(models.TextChoices):
    MEMBER = "member", _("Works there")
    AWARDS_LEAD = "awards_lead", _("Awards lead")


class Membership(Identified):
    """That a person works for an organisation, or leads its awards: asked for, then granted, then ended.

    A row without `granted_at` is a request that waits. Rows stay: coming back makes a new one.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="memberships"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField(max_length=12, choices=MembershipRole)
    asked_at = models.DateTimeField(default=now)
    note = models.CharField(max_length=300, blank=True)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    granted_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "person", "role"],
                condition=Q(ended_at__isnull=True),
                name="membership_once_at_a_time",
            )
        ]
