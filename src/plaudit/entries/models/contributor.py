from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from plaudit.entries.models.entry import Entry
from plaudit.kit.clock import now
from plaudit.kit.identifiers import new_token
from plaudit.kit.models import Identified


class ContributorLevel(models.TextChoices):
    READ = "read", _("Can read")
    COMMENT = "comment", _("Can read and comment")
    WRITE = "write", _("Can write")
    SUBMIT = "submit", _("Can write and submit")
    OWNER = "owner", _("Owner")


class Contributor(Identified):
    """A person who may work on an entry, and how far. `link` is the shared link they came by, if any."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="contributors")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="contributions"
    )
    level = models.CharField(max_length=8, choices=ContributorLevel)
    link = models.ForeignKey(
        "entries.ContributorLink", null=True, on_delete=models.SET_NULL, related_name="joined"
    )
    added_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint("entry", "person", name="contributor_once_per_entry")
        ]


class ContributorInvitation(Identified):
    """A mailed link that lets a colleague join an entry once, after signing in with that address."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField()
    level = models.CharField(max_length=8, choices=ContributorLevel)
    token = models.CharField(max_length=64, unique=True, default=new_token)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    invited_at = models.DateTimeField(default=now)
    accepted_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
