"""What an XmR chart shows, as plain values; and its form in JSON, in which numbers are text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Signal(StrEnum):
    """Why a point is more than chance, in the order in which one is chosen when several hold."""

    OUTSIDE = "outside"
    TREND = "trend"
    NEAR = "near"
    SHIFT = "shift"


class Meaning(StrEnum):
    """What a point says, once it is known which way is better."""

    CHANCE = "chance"
    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    HIGHER = "higher"
    LOWER = "lower"


class Assurance(StrEnum):
    """Whether the process, as it runs now, will reach the target."""

    MET = "met"
    MISSED = "missed"
    HIT_AND_MISS = "hit-and-miss"


class Step(StrEnum):
    """What was done at the date of the change."""

    NONE = "none"
    RECALCULATED = "recalculated"
    HELD = "held"
    TOO_FEW = "too-few"


@dataclass(frozen=True, slots=True)
class Limits:
    """Mean, natural process limits, and the moving ranges' mean and upper limit, all in the values' unit.

    `count` is how many points they were worked out from.
    """

    mean: float
    lower: float
    upper: float
    mean_range: float
    upper_range: float
    count: int

    @property
    def is_trial(self) -> bool:
        """Whether they come from fewer than 12 points, and so are still rough."""
        return self.count < 12


@dataclass(frozen=True, slots=True)
class Point:
    """A value, why it is a signal (None: it is not), and what that means."""

    day: dt.date
    value: float
    signal: Signal | None
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Phase:
    """The points from `start` up to, not with, `end`, and the limits they are judged by."""

    start: int
    end: int
    limits: Limits


@dataclass(frozen=True, slots=True)
class Chart:
    """An XmR chart. There is no phase when there are too few points for limits.

    `direction` is "up", "down" or "neither": which way is better.
    """

    points: tuple[Point, ...]
    phases: tuple[Phase, ...]
    direction: str
    changed_on: dt.date | None
    step: Step
    target: float | None
    assurance: Assurance | None

    @property
    def variation(self) -> Meaning:
        """What the newest point says: the chart's variation icon."""
        return self.points[-1].meaning


def chart_as_json(chart: Chart) -> dict[str, Any]:
    """Return the chart as JSON that keeps its digest through a database: numbers are text to 6 places."""
    return {
        "points": [
            [
                point.day.isoformat(),
                _text(point.value),
                point.signal and str(point.signal),
                str(point.meaning),
            ]
            for point in chart.points
        ],
        "phases": [
            {
                "start": phase.start,
                "end": phase.end,
                "count": phase.limits.count,
                **{name: _text(getattr(phase.limits, name)) for name in _LIMITS},
            }
            for phase in chart.phases
        ],
        "direction": chart.direction,
        "changed_on": chart.changed_on and chart.changed_on.isoformat(),
        "step": str(chart.step),
        "target": None if chart.target is None else _text(chart.target),
        "assurance": chart.assurance and str(chart.assurance),
    }


def chart_in(kept: dict[str, Any]) -> Chart:
    """Return the chart that `chart_as_json` kept."""
    return Chart(
        points=tuple(_point(*each) for each in kept["points"]),
        phases=tuple(
            Phase(
                each["start"],
                each["end"],
                Limits(**{name: float(each[name]) for name in _LIMITS}, count=each["count"]),
            )
            for each in kept["phases"]
        ),
        direction=kept["direction"],
        changed_on=kept["changed_on"] and dt.date.fromisoformat(kept["changed_on"]),
        step=Step(kept["step"]),
        target=None if kept["target"] is None else float(kept["target"]),
        assurance=kept["assurance"] and Assurance(kept["assurance"]),
    )


_LIMITS: Sequence[str] = ("mean", "lower", "upper", "mean_range", "upper_range")


def _point(day: str, value: str, signal: str | None, meaning: str) -> Point:
    return Point(
        dt.date.fromisoformat(day),
        float(value),
        Signal(signal) if signal else None,
        Meaning(meaning),
    )


def _text(value: float) -> str:
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
