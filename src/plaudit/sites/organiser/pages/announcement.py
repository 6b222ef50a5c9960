from __future__ import annotations

import datetime as dt
from typing import Any

from plaudit.judging.queries import current_round
from plaudit.kit.dates import moment, zone_name
from plaudit.programmes.models import Edition
from plaudit.results.awards import Award
from plaudit.results.queries import awards_decided, decided_outcomes
from plaudit.results.rules import outcomes_are_complete, release_instant
from plaudit.results.standing import readings_in
from plaudit.sites.organiser.pages.categories import counted
from plaudit.sites.organiser.pages.results import announcement_line, unconfirmed_line


def announcement_page(
    edition: Edition, at: dt.datetime, asked_for: dt.datetime | None
) -> dict[str, Any]:
    """Return all awards by category, what stands in the way, and where the announcement stands."""
    release_at = release_instant(edition)
    outcomes = decided_outcomes(edition)
    awards = awards_decided(edition)
    problems = [
        f"{name}: {verdict.reason}"
        for name, given in outcomes.items()
        if not (verdict := outcomes_are_complete(given))
    ]
    return {
        "standing": announcement_line(edition, release_at, at),
        "categories": awards_by_category(awards),
        "problems": problems,
        "can_be_set": bool(awards) and not problems,
        "undecided": sorted(_undecided(edition, set(outcomes))),
        "unconfirmed": unconfirmed_line(readings_in(current_round(edition, at))),
        "is_set": release_at is not None,
        "is_released": release_at is not None and release_at <= at,
        "zone": zone_name(edition.zone),
        "asked_for": moment(asked_for, edition.zone) if asked_for else "",
        "number": counted(len(awards), "award"),
    }


def awards_by_category(awards: list[Award]) -> list[tuple[str, list[Award]]]:
    """Return the awards under the name of their category, in order."""
    grouped: dict[str, list[Award]] = {}
    for award in awards:
        grouped.setdefault(award.category_name, []).append(award)
    return list(grouped.items())


def _undecided(edition: Edition, decided: set[str]) -> set[str]:
    entered = edition.entries.filter(status="submitted").values_list("category__name", flat=True)
    return set(entered.distinct()) - decided
