from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from plaudit.judging.models import Assignment
from plaudit.judging.queries.progress import PanelProgress
from plaudit.programmes.models import Edition
from plaudit.sites.organiser.pages.entries import reading_state


def panel_rows(panels: Iterable[PanelProgress], edition: Edition) -> list[dict[str, Any]]:
    """Return one row a category: judges, entries, what is short, and readings done."""
    return [
        {
            "name": panel.category.name,
            "href": reverse(
                "organiser_assignments",
                kwargs={"edition": edition.pk, "category": panel.category.pk},
            ),
            "judges": panel.judges,
            "entries": panel.entries,
            "short": panel.short_entries,
            "assigned": panel.progress.assigned,
            "confirmed": panel.progress.confirmed + panel.progress.abstained,
            "begun": panel.progress.in_progress + panel.progress.scored,
        }
        for panel in panels
    ]


def assignment_rows(assignments: Iterable[Assignment], edition: Edition) -> list[dict[str, Any]]:
    """Return one row a reading."""
    return [
        {
            "id": assignment.pk,
            "entry": assignment.entry.title,
            "reference": assignment.entry.reference,
            "entry_href": reverse(
                "organiser_entry", kwargs={"edition": edition.pk, "entry": assignment.entry_id}
            ),
            "judge": assignment.judge.person.display_name,
            "state": reading_state(assignment),
            "can_recuse": not hasattr(assignment, "recusal"),
        }
        for assignment in assignments
    ]
