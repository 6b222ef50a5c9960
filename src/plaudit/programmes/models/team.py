from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from plaudit.kit.clock import now
from plaudit.kit.models import Identified
from plaudit.programmes.models.programme import Programme


class TeamRole(models.TextChoices):
    """What a member of the organiser's team may do: the director everything, a desk its own work."""

    DIRECTOR = "director", _("Awards director")
    ENTRIES = "entries", _("Entries, attendance and sponsorship")
    MEDIA = "media", _("Media and marketing")
    JUDGING = "judging", _("Judging and event management")


class TeamMember(Identified):
    """A person's role in a programme's team."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="team")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="team_roles"
    )
    role = models.CharField(max_length=20, choices=TeamRole)
    added_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint("programme", "person", "role", name="team_role_once")
        ]
