from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

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


class ImportState(models.TextChoices):
    """How far a file is: a person looks at it, then the worker stores it."""

    READ = "read", _("To be looked at")
    STORING = "storing", _("Being stored")
    STORED = "stored", _("Stored")
    FAILED = "failed", _("Failed")


class RegisterImport(Identified):
    """A file of organisations as it was brought, and what came of it once somebody confirmed it.

    Nothing of it is in the register before `stored_at`: it is stored whole or not at all. `ods_kind` is set for
    a file of the NHS Organisation Data Service; the organisations in it are of that kind. `done` of `rows` are
    stored, as the worker goes on; `attempts` counts how often one began; `failure` says why it came to nothing.
    `problems` are the first rows that were left out, each [row, reason]. The bytes are forgotten when the file is
    stored or has failed.
    """

    name = models.CharField(max_length=200)
    ods_kind = models.CharField(max_length=30, choices=OrganisationKind, blank=True)
    content = models.BinaryField()
    brought_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    brought_at = models.DateTimeField(default=now)
    state = models.CharField(max_length=8, choices=ImportState, default=ImportState.READ)
    rows = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    failure = models.CharField(max_length=300, blank=True)
    asked_at = models.DateTimeField(null=True)
    stored_at = models.DateTimeField(null=True)
    counts = models.JSONField(default=dict)
    problems: models.JSONField[list[tuple[int, str]]] = models.JSONField(default=list)
