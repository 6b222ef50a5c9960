from __future__ import annotations

from django.db import models

from plaudit.kit.models import Identified
from plaudit.programmes.models import Edition, TeamRole


class Desk(Identified):
    """A public contact route. `role` names the team members who answer it, besides the director."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="desks")
    position = models.PositiveSmallIntegerField()
    slug = models.SlugField()
    purpose = models.CharField(max_length=120)
    role = models.CharField(max_length=20, choices=TeamRole)
    contact_name = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint("edition", "slug", name="desk_slug_once")]

    def __str__(self) -> str:
        return self.purpose
