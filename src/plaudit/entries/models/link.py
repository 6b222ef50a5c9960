from __future__ import annotations

from django.conf import settings
from django.db import models

from plaudit.entries.models.contributor import ContributorLevel
from plaudit.entries.models.entry import Entry
from plaudit.kit.clock import now
from plaudit.kit.identifiers import new_token
from plaudit.kit.models import Identified


class ContributorLink(Identified):
    """A link to share that lets people join an entry, each after signing in by a code mailed to them.

    `email_domain`, when given, is the domain that their address must have ("example.nhs.uk").
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="links")
    level = models.CharField(max_length=8, choices=ContributorLevel)
    token = models.CharField(max_length=64, unique=True, default=new_token)
    email_domain = models.CharField(max_length=120, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(default=now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
