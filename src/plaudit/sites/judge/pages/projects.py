"""The words of the second step of a declaration."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.urls import reverse

from plaudit.judging.models import Judge
from plaudit.judging.queries import KnownEntry
from plaudit.sites.judge.pages.stack import in_a_row


@dataclass(frozen=True, slots=True)
class ProjectsPage:
    """`categories` are (name, [(id, title, organisations, is_ticked)])."""

    categories: list[tuple[str, list[tuple[UUID, str, str, bool]]]]
    barred: str
    address: str


def projects_page(judge: Judge, entries: list[KnownEntry], ticked: set[UUID]) -> ProjectsPage:
    """Return the entries to tick, without those that the judge's organisations already keep away."""
    open_ones = [entry for entry in entries if not entry.is_barred]
    return ProjectsPage(
        categories=[
            (
                category,
                [
                    (one.id, one.title, in_a_row(one.organisations), one.id in ticked)
                    for one in group
                ],
            )
            for category, group in groupby(open_ones, key=lambda one: one.category)
        ],
        barred=_barred(len(entries) - len(open_ones)),
        address=reverse("judge_projects", args=[judge.pk]),
    )


def _barred(number: int) -> str:
    if number == 0:
        return ""
    entries, they = ("1 entry is", "It") if number == 1 else (f"{number} entries are", "They")
    return (
        f"{entries} not listed, because of what you have told us. {they} will not be given to you."
    )
