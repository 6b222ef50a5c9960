from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from plaudit.kit.clock import now
from plaudit.programmes.models import Edition
from plaudit.sites.organiser.pages.phases import standing


def edition_rows(editions: Iterable[Edition]) -> list[dict[str, Any]]:
    """Return the list of editions: name, programme, where each stands, and its address."""
    at = now()
    return [
        {
            "name": edition.name,
            "programme": edition.programme.name,
            "standing": standing(edition, at),
            "href": reverse("organiser_edition", kwargs={"edition": edition.pk}),
        }
        for edition in editions
    ]
