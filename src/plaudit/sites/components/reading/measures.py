from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from plaudit.entries.engines.charts.wording import in_unit
from plaudit.entries.engines.outcomes import Movement, is_better, movement, target_met

SHORT_UNIT = 8
DIRECTIONS = {"up": "Up is better", "down": "Down is better", "neither": "For context"}


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
    baseline, target, result = (_decimal(piece[name]) for name in ("baseline", "target", "result"))
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
        verdict=_verdict(met=met, better=better),
        is_good=met if met is not None else better,
        has_chart=bool(piece["chart"]),
    )


def short_unit(unit: str) -> str:
    """Return the unit that stands beside each figure: a long one is told once, under the measure's name."""
    return unit if len(unit) <= SHORT_UNIT else ""


def change_words(moved: Movement | None, unit: str) -> tuple[str, str]:
    """Return "+22 percentage points" and "+54%", or empty words where there is nothing to say."""
    if moved is None:
        return "", ""
    if not moved.absolute:
        return "No change", ""
    sign = "+" if moved.absolute > 0 else "−"
    if unit == "%":
        amount = in_unit(abs(moved.absolute), "", is_exact=True)
        absolute = f"{amount} percentage point{'' if amount == '1' else 's'}"
    else:
        absolute = in_unit(abs(moved.absolute), unit, is_exact=True)
    relative = (
        "" if moved.relative is None else f"{sign}{abs(moved.relative):,.0f}% of the baseline"
    )
    return f"{sign}{absolute}", relative


def _about(piece: dict[str, Any]) -> str:
    unit = piece["unit"]
    words = [] if short_unit(unit) == unit else [f"In {unit}."]
    words.append(f"{DIRECTIONS[piece['direction']]}.")
    source = piece["source"].rstrip(".")
    words.append(f"Source: {source}." if source else "No source given.")
    return " ".join(words)


def _verdict(*, met: bool | None, better: bool | None) -> str:
    if met is not None:
        return "Target met" if met else "Target not met"
    return {True: "Better", False: "Worse", None: ""}[better]


def _figure(value: Decimal | None, piece: dict[str, Any], period: str) -> tuple[str, str]:
    words = "" if value is None else in_unit(value, short_unit(piece["unit"]), is_exact=True)
    return words, piece[period]


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
