from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from plaudit.entries.models.entry import Entry
from plaudit.entries.models.partner import Partner
from plaudit.kit.clock import now
from plaudit.kit.identifiers import new_token
from plaudit.kit.models import AppendOnly, Identified
from plaudit.people.models import Organisation


class PartnerRequest(Identified):
    """The named person of a partner, and the mailed link by which they confirm its part. No account is needed.

    One stands at a time for each partner; replacing it stamps `replaced_at`, and its link works no more.
    """

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="requests")
    name = models.CharField(max_length=120)
    email = models.EmailField()
    token = models.CharField(max_length=64, unique=True, default=new_token)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(default=now)
    mailed_at = models.DateTimeField(default=now)
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["partner"],
                condition=Q(replaced_at__isnull=True),
                name="one_request_of_a_partner",
            )
        ]


class PartnerConfirmation(AppendOnly):
    """What a partner's named person said, and all that they had read when they said it.

    `digest` is that of `snapshot`; `substance` is the digest of what must not change without asking again
    (`entries.substance`). `partner` is emptied when the organisation leaves the entry; its word stays.
    """

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="confirmations")
    partner = models.ForeignKey(
        Partner, null=True, on_delete=models.SET_NULL, related_name="confirmations"
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    email = models.EmailField()
    snapshot = models.JSONField()
    digest = models.CharField(max_length=64)
    substance = models.CharField(max_length=64)
    facts_are_right = models.BooleanField()
    credit_is_right = models.BooleanField()
    note = models.TextField(blank=True)
    said_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["said_at"]
        indexes = [models.Index(fields=["partner", "-said_at"], name="confirmation_latest")]
