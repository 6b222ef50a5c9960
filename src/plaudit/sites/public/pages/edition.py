"""The programme's home: its categories under their groups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from plaudit.programmes.models import Category


@dataclass(frozen=True)
class Group:
    """Categories under one heading; `name` is empty for those of no group."""

    name: str
    categories: list[Category]


def groups(categories: Iterable[Category]) -> list[Group]:
    """Return the categories under their groups, both in the order given."""
    named = groupby(categories, key=lambda category: category.group.name if category.group else "")
    return [Group(name, list(members)) for name, members in named]
