"""Awards that have been announced, to be corrected, and what was corrected so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from plaudit.entries.models import Entry, EntryStatus
from plaudit.kit.dates import minute_moment
from plaudit.programmes.models import Category, Edition
from plaudit.results.models import Correction, Decision, Outcome
from plaudit.results.queries import PLACED
from plaudit.sites.organiser.pages.results import named


def entries_to_correct(category: Category, standing: Mapping[UUID, Decision]) -> list[Entry]:
    """Return the submitted entries of the category: those placed first, then the others by title."""

    def place(entry: Entry) -> tuple[int, str]:
        outcome = standing[entry.pk].outcome if entry.pk in standing else ""
        return (PLACED.index(outcome) if outcome in PLACED else len(PLACED), entry.title.casefold())

    found = category.entries.filter(status=EntryStatus.SUBMITTED).prefetch_related(
        "partners__organisation"
    )
    return sorted(found, key=place)


def correction_rows(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """Return one row an entry: its title and organisations."""
    return [{**named(entry), "reference": entry.reference} for entry in entries]


def corrections_so_far(edition: Edition, corrections: Iterable[Correction]) -> list[dict[str, str]]:
    """Return what was corrected, by whom, when and why."""
    return [
        {
            "what": f"{correction.decision.entry.title}: {_change(correction)}",
            "why": correction.reason,
            "who": f"{correction.decision.decided_by.display_name}, "
            f"{minute_moment(correction.decision.decided_at, edition.zone)}",
        }
        for correction in corrections
    ]


def _change(correction: Correction) -> str:
    replaced = correction.replaced
    before = Outcome(replaced.outcome if replaced else Outcome.NOT_PLACED)
    after = Outcome(correction.decision.outcome)
    if before == after:
        return f"{after.label}, with other words of the judges"
    return f"{after.label}, before {str(before.label).lower()}"
