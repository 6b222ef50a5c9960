from __future__ import annotations

from typing import Any, NoReturn

from django.db import models

from plaudit.kit.identifiers import new_identifier


class Identified(models.Model):
    """A row with a public, time-ordered identifier."""

    id = models.UUIDField(primary_key=True, default=new_identifier, editable=False)

    class Meta:
        abstract = True


class AppendOnly(Identified):
    """A milestone: written once, never changed, never deleted."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError(f"{type(self).__name__} rows are append-only")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError(f"{type(self).__name__} rows are append-only")
