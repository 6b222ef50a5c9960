from __future__ import annotations

from django.conf import settings
from django.db import models

from plaudit.kit.clock import now
from plaudit.kit.models import AppendOnly
from plaudit.programmes.models import Edition


class Announcement(AppendOnly):
    """The instant at which an edition's awards are released. The latest row counts; null calls it off.

    Nothing is published by a timer: every page asks the clock whether the instant has come.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="announcements")
    number = models.PositiveSmallIntegerField()
    release_at = models.DateTimeField(null=True)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint("edition", "number", name="announcement_number_once")
        ]
