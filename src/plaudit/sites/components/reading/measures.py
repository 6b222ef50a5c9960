from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from plaudit.entries.engines.charts.wording import in_unit
from plaudit.entries.engines.outcomes import is_better, movement, target_met
from plaudit.entries.evidence_words import (
    DIRECTIONS,
    change_words,
    decimal_in,
    short_unit,
    verdict_words,
)


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A line of the table. Figures are (value, when); `change` is (in the unit, in per cent, what it means)."""

    number: int
    title: str
    about: str
    before: tuple[str, str]
    target: tuple[str, str]
    after: tuple[str, str]
    change: tuple[str, str]
    verdict: str
    is_good: bool | None
    has_chart: bool


def measure_row(piece: dict[str, Any]) -> MeasureRow:
    """Return the measure in words, with its change and whether the target was met."""
    direction = piece["direction"]
    baseline, target, result = (
        decimal_in(piece[name]) for name in ("baseline", "target", "result")
    )
    moved, met = movement(baseline, result), target_met(direction, target, result)
    better = is_better(direction, moved)
    return MeasureRow(
        number=piece["number"],
        title=piece["title"],
        about=_about(piece),
        before=_figure(baseline, piece, "baseline_period"),
        target=_figure(target, piece, "target_period"),
        after=_figure(result, piece, "result_period"),
        change=change_words(moved, short_unit(piece["unit"])),
        verdict=verdict_words(met=met, better=better),
        is_good=met if met is not None else better,
        has_chart=bool(piece["chart"]),
    )


def _about(piece: dict[str, Any]) -> str:
    unit = piece["unit"]
    words = [] if short_unit(unit) == unit else [f"In {unit}."]
    words.append(f"{DIRECTIONS[piece['direction']]}.")
    source = piece["source"].rstrip(".")
    words.append(f"Source: {source}." if source else "No source given.")
    return " ".join(words)


def _figure(value: Decimal | None, piece: dict[str, Any], period: str) -> tuple[str, str]:
    words = "" if value is None else in_unit(value, short_unit(piece["unit"]), is_exact=True)
    return words, piece[period]
