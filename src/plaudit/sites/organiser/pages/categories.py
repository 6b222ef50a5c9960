from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from plaudit.programmes.models import Category


def counted(number: int, one: str, many: str = "") -> str:
    """Return "1 entry", "3 entries"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def category_rows(categories: Iterable[Category]) -> list[dict[str, Any]]:
    """Return one row a category: name, group, what it asks, and whether anybody can read it."""
    return [
        {
            "name": category.name,
            "href": reverse(
                "organiser_category",
                kwargs={"edition": category.edition_id, "category": category.pk},
            ),
            "group": category.group.name if category.group else "",
            "sections": counted(category.section_count, "section"),  # type: ignore[attr-defined]
            "prompts": counted(category.prompt_count, "prompt"),  # type: ignore[attr-defined]
            "is_new": category.is_new,
            "is_published": category.published_at is not None,
        }
        for category in categories
    ]
