from __future__ import annotations

from django.conf import settings
from django.db import models

from plaudit.kit.clock import now
from plaudit.kit.models import AppendOnly, Identified
from plaudit.people.models.organisation import Organisation, OrganisationKind


class OrganisationMerge(AppendOnly):
    """That two rows of the register were one organisation. `moved` counts what went over, by its name."""

    kept = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    merged = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    moved = models.JSONField(default=dict)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    merged_at = models.DateTimeField(default=now)


class RegisterImport(Identified):
    """A file of organisations as it was brought, and what came of it once somebody confirmed it.

    Nothing of it is in the register before `stored_at`. `ods_kind` is set for a file in the layout of the
    NHS Organisation Data Service, which has no headings; the organisations in it are of that kind.
    """

    name = models.CharField(max_length=200)
    ods_kind = models.CharField(max_length=30, choices=OrganisationKind, blank=True)
    content = models.BinaryField()
    brought_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    brought_at = models.DateTimeField(default=now)
    stored_at = models.DateTimeField(null=True)
    counts = models.JSONField(default=dict)
