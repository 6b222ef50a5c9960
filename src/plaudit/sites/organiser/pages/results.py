from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse

from plaudit.entries.models import Entry
from plaudit.judging.models import Round
from plaudit.kit.dates import moment
from plaudit.programmes.models import Category, Edition
from plaudit.results.adjusted import AdjustedScore, Adjustment
from plaudit.results.models import Decision, Outcome
from plaudit.results.queries import decided_outcomes
from plaudit.results.ranking import ENOUGH_SCORES, Ranked
from plaudit.results.rules import outcomes_are_complete, release_instant
from plaudit.results.standing import Readings, readings_by_category, submitted_by_category
from plaudit.sites.organiser.pages.categories import counted

SUMMARY = [Outcome.WINNER, Outcome.JOINT_WINNER, Outcome.HIGHLY_COMMENDED, Outcome.FINALIST]
NAMES = {
    Outcome.WINNER: ("winner", "winners"),
    Outcome.JOINT_WINNER: ("joint winner", "joint winners"),
    Outcome.HIGHLY_COMMENDED: ("highly commended", "highly commended"),
    Outcome.FINALIST: ("finalist", "finalists"),
}


def category_results(edition: Edition, in_round: Round | None, at: dt.datetime) -> dict[str, Any]:
    """Return the results page: one row a category, and where the announcement stands."""
    outcomes, release_at = decided_outcomes(edition), release_instant(edition)
    readings = readings_by_category(in_round) if in_round else {}
    submitted = submitted_by_category(edition)
    rows = [
        _category_row(
            category,
            submitted.get(category.pk, 0),
            readings.get(category.pk, Readings()),
            outcomes.get(category.name, []),
        )
        for category in edition.categories.order_by("group__position", "position", "name")
    ]
    is_released = release_at is not None and release_at <= at
    return {
        "rows": rows,
        "announcement": announcement_line(edition, release_at, at),
        "is_released": is_released,
        "can_be_announced": bool(outcomes) and not is_released,
    }


def announcement_line(edition: Edition, release_at: dt.datetime | None, at: dt.datetime) -> str:
    """Return where the announcement that is set for `release_at` stands, in one sentence."""
    if release_at is None:
        return "No announcement is set. Nobody outside your team can see any decision."
    when = moment(release_at, edition.zone)
    if release_at <= at:
        return f"Announced at {when}. Decisions are fixed."
    return f"To be announced at {when}. Until then nobody outside your team can see any decision."


def _category_row(
    category: Category, entries: int, readings: Readings, outcomes: list[str]
) -> dict[str, Any]:
    here = {"edition": category.edition_id, "category": category.pk}
    parts = [counted(outcomes.count(one), *NAMES[one]) for one in SUMMARY if one in outcomes]
    return {
        "name": category.name,
        "href": reverse("organiser_result", kwargs=here),
        "entries": entries,
        "confirmed": readings.finished,
        "assigned": readings.assigned,
        "decided": ", ".join(parts) or ("Nobody placed" if outcomes else "Not decided"),
        "problem": outcomes_are_complete(outcomes).reason,
    }


def readings_line(readings: Readings) -> str:
    """Return what to say of a ranking before all readings are confirmed, else nothing."""
    if not readings.unconfirmed:
        return ""
    are = "is" if readings.confirmed == 1 else "are"
    total = counted(readings.expected, "reading")
    return f"{readings.confirmed:,} of {total} {are} confirmed. The ranking can still change."


def unconfirmed_line(readings: Readings) -> str:
    """Return how many readings are yet to be confirmed, without a full stop; nothing if none."""
    if not readings.unconfirmed:
        return ""
    are = "is" if readings.unconfirmed == 1 else "are"
    return (
        f"{readings.unconfirmed:,} of {counted(readings.expected, 'reading')} {are} not confirmed"
    )


def titles_of(category: Category, keys: Sequence[Any]) -> dict[UUID, Entry]:
    """Return the entries of a page of the ranking, with their organisations: two queries."""
    found = category.entries.filter(pk__in=list(keys)).prefetch_related("partners__organisation")
    return {entry.pk: entry for entry in found}


def result_rows(
    edition: Edition,
    ranked: Sequence[Ranked],
    entries: Mapping[UUID, Entry],
    standing: Mapping[UUID, Decision],
    adjustment: Adjustment,
) -> list[dict[str, Any]]:
    """Return one row an entry, in the order given, for the table and the drawing."""
    return [
        _row(edition, place, entries[UUID(str(place.scores.key))], standing, adjustment)
        for place in ranked
    ]


def in_adjusted_order(ranked: Sequence[Ranked], adjustment: Adjustment) -> list[Ranked]:
    """Return the places by adjusted mean, those that have none last."""
    found = [(adjustment.scores.get(UUID(str(place.scores.key))), place) for place in ranked]
    last = len(ranked) + 1
    return [place for _, place in sorted(found, key=lambda pair: pair[0].rank if pair[0] else last)]


def _adjusted_cells(score: AdjustedScore | None) -> dict[str, str]:
    if score is None:
        return {"adjusted": "", "adjusted_ranks": "", "chance": ""}
    ranks = (score.best_rank, score.worst_rank)
    return {
        "adjusted": _figure(score.mean),
        "adjusted_ranks": str(ranks[0]) if ranks[0] == ranks[1] else f"{ranks[0]} to {ranks[1]}",
        "chance": f"{score.chance:.0%}",
    }


def named(entry: Entry) -> dict[str, str]:
    """Return what every row of an entry begins with. Reads `partners__organisation`."""
    bodies = [partner.organisation.name for partner in entry.partners.all()]
    return {"id": str(entry.pk), "name": entry.title, "organisations": ", ".join(bodies)}


def _row(
    edition: Edition,
    place: Ranked,
    entry: Entry,
    standing: Mapping[UUID, Decision],
    adjustment: Adjustment,
) -> dict[str, Any]:
    scores = place.scores
    decision = standing.get(entry.pk)
    return {
        **named(entry),
        "href": reverse("organiser_entry", kwargs={"edition": edition.pk, "entry": entry.pk}),
        "rank": str(place.rank) if place.rank else "",
        "is_scored": place.rank is not None,
        "count": scores.count,
        "mean": _figure(scores.mean),
        "spread": _figure(scores.spread),
        "range": f"{_figure(scores.lowest)} to {_figure(scores.highest)}"
        if scores.count > 1
        else "",
        "low": place.best_rank or place.rank,
        "high": place.worst_rank or place.rank,
        "middle": place.rank,
        "tied": place.may_lead and scores.count >= ENOUGH_SCORES,
        "note": _note(place),
        **_adjusted_cells(adjustment.scores.get(entry.pk)),
        "outcome": Outcome(decision.outcome).label if decision else "",
        "is_award": decision is not None and decision.outcome != Outcome.NOT_PLACED,
    }


def _note(place: Ranked) -> str:
    scores = place.scores
    note = f"{_figure(scores.mean)}, from {counted(scores.count, 'score')}"
    return note if scores.count >= ENOUGH_SCORES else f"{note}: its place cannot be said yet"


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"
