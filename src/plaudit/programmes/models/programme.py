from __future__ import annotations

from django.db import models

from plaudit.kit.clock import now
from plaudit.kit.models import Identified


class Programme(Identified):
    """An award programme that runs edition after edition."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    organiser_name = models.CharField(max_length=120)
    created_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return self.name
