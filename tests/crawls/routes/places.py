"""Arguments of addresses that more than one room uses."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any


def edition_of(place: SimpleNamespace) -> dict[str, Any]:
    return {"programme": place.programme.slug, "edition": place.edition.slug}


def public_category(place: SimpleNamespace) -> dict[str, Any]:
    return edition_of(place) | {"category": place.late.slug}
