"""A whole chart from a series: where limits are worked out again, what each point means, and the target."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from plaudit.entries.engines.charts.figures import (
    Assurance,
    Chart,
    Limits,
    Meaning,
    Phase,
    Point,
    Signal,
    Step,
)
from plaudit.entries.engines.charts.xmr import MAKING_DATA_COUNT, Rules, limits_of, signals_of

FEWEST = 7


def chart_of(
    series: Sequence[tuple[dt.date, float]],
    *,
    direction: str,
    changed_on: dt.date | None = None,
    target: float | None = None,
    rules: Rules = MAKING_DATA_COUNT,
) -> Chart:
    """Return the chart of a series in order of date. Raises ValueError for an empty one.

    The rule for working limits out again at `changed_on`, with the first point on or after it:

    1. Fewer than 7 points before: one set of limits from all points (`Step.TOO_FEW`).
    2. Otherwise the limits of the points before hold for all (`Step.HELD`), unless
    3. the last 7 points all lie, after the change, on one side of the mean before it, the change having thus
       lasted: then the points from the change on have limits of their own (`Step.RECALCULATED`).

    So a date alone never makes a step: the points must show one. With fewer than 7 points in all there are
    no limits. Limits of fewer than 12 points are trial limits (NHSRplotthedots, "Number of points required").
    """
    if not series:
        raise ValueError("A chart needs a point.")
    values = [value for _, value in series]
    days = [day for day, _ in series]
    split = next((n for n, day in enumerate(days) if changed_on and day >= changed_on), len(days))
    phases, step = _phases(values, split if changed_on else None, rules)
    marks: list[tuple[Signal, int] | None] = [None] * len(values)
    for phase in phases:
        part = values[phase.start : phase.end]
        marks[phase.start : phase.end] = signals_of(part, phase.limits, rules)
    return Chart(
        points=tuple(
            Point(day, value, mark[0] if mark else None, _meaning(mark, direction))
            for day, value, mark in zip(days, values, marks, strict=True)
        ),
        phases=phases,
        direction=direction,
        changed_on=changed_on,
        step=step,
        target=target,
        assurance=_assurance(phases, direction, target),
    )


def _phases(
    values: Sequence[float], split: int | None, rules: Rules
) -> tuple[tuple[Phase, ...], Step]:
    count = len(values)
    if count < FEWEST:
        return (), Step.NONE if split is None else Step.TOO_FEW
    whole = (Phase(0, count, limits_of(values, rules)),)
    if split is None:
        return whole, Step.NONE
    if split < FEWEST:
        return whole, Step.TOO_FEW
    before = limits_of(values[:split], rules)
    if not _has_lasted(values[split:], before, rules.shift):
        return (Phase(0, count, before),), Step.HELD
    return (
        Phase(0, split, before),
        Phase(split, count, limits_of(values[split:], rules)),
    ), Step.RECALCULATED


def _has_lasted(after: Sequence[float], before: Limits, shift: int) -> bool:
    last = after[-shift:]
    if len(last) < shift:
        return False
    return all(value > before.mean for value in last) or all(value < before.mean for value in last)


def _meaning(mark: tuple[Signal, int] | None, direction: str) -> Meaning:
    if mark is None:
        return Meaning.CHANCE
    is_up = mark[1] > 0
    if direction == "neither":
        return Meaning.HIGHER if is_up else Meaning.LOWER
    return Meaning.IMPROVEMENT if is_up == (direction == "up") else Meaning.CONCERN


def _assurance(phases: Sequence[Phase], direction: str, target: float | None) -> Assurance | None:
    """Return whether the newest limits clear the target (as NHSRplotthedots' ptd_calculate_assurance_type)."""
    if target is None or not phases or direction == "neither":
        return None
    limits = phases[-1].limits
    if limits.lower <= target <= limits.upper:
        return Assurance.HIT_AND_MISS
    return Assurance.MET if (target < limits.lower) == (direction == "up") else Assurance.MISSED
