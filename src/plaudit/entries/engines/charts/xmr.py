"""Mean, natural process limits and signals of an XmR (individuals and moving range) chart.

The rules are those of NHS England's "Making Data Count" programme. Two published programs were followed:
NHS England's own SQL script for XmR charts (M. Ogunlaja and others, 2019–20) and NHSRplotthedots 0.2
(https://github.com/nhs-r-community/NHSRplotthedots, R/ptd_spc_standard.R and R/ptd_calculate_point_type.R).

* Limits: mean ± 2.66 × mean moving range; upper range limit 3.267 × mean moving range (D. J. Wheeler,
  "Understanding Variation", 2nd edition 2000, p. 60 and 137). Both programs.
* Screening: moving ranges of 3.267 times their mean or more are left out, once, and their mean worked out
  again (L. S. Nelson, Journal of Quality Technology 14(3), 1982, p. 172). NHSRplotthedots does so; the
  Excel tools and the SQL script do not.
* A shift is 7 points in a row on one side of the mean; a point on the mean ends it. Both programs.
* A trend is 6 points in a row, each above (or each below) the one before; equal points end it. The SQL
  script says 6; NHSRplotthedots says 7.
* Two of three points near the same limit, beyond two thirds of the way to it but not outside, all three on
  that side of the mean. As in NHSRplotthedots; the SQL script does not ask for the side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

from plaudit.entries.engines.charts.figures import Limits, Signal

PROCESS = 2.66
RANGE = 3.267


@dataclass(frozen=True, slots=True)
class Rules:
    """How many points make a shift and a trend, and whether outlying ranges are screened out."""

    shift: int = 7
    trend: int = 6
    screens: bool = True


MAKING_DATA_COUNT = Rules()


def limits_of(values: Sequence[float], rules: Rules = MAKING_DATA_COUNT) -> Limits:
    """Return the limits worked out from `values`, in their order. Raises ValueError for fewer than two."""
    if len(values) < 2:
        raise ValueError("Limits need two values at least.")
    mean = fmean(values)
    ranges = [abs(after - before) for before, after in pairwise(values)]
    mean_range = fmean(ranges)
    if rules.screens:
        kept = [each for each in ranges if each < RANGE * mean_range]
        mean_range = fmean(kept) if kept else mean_range
    return Limits(
        mean=mean,
        lower=mean - PROCESS * mean_range,
        upper=mean + PROCESS * mean_range,
        mean_range=mean_range,
        upper_range=RANGE * mean_range,
        count=len(values),
    )


def signals_of(
    values: Sequence[float], limits: Limits, rules: Rules = MAKING_DATA_COUNT
) -> list[tuple[Signal, int] | None]:
    """Return, for each value, its signal and the way it points (1 up, -1 down), or None for chance alone.

    Of several signals the first of outside, trend, near, shift is given, as in NHSRplotthedots.
    """
    sides = [_sign(value - limits.mean) for value in values]
    found: list[tuple[Signal, int] | None] = [None] * len(values)
    for start, end, way in _runs(sides, rules.shift):
        found[start:end] = [(Signal.SHIFT, way)] * (end - start)
    for index in _near(values, sides, limits):
        found[index] = (Signal.NEAR, sides[index])
    for start, end, way in _trends(values, rules.trend):
        found[start:end] = [(Signal.TREND, way)] * (end - start)
    for index, value in enumerate(values):
        if not limits.lower <= value <= limits.upper:
            found[index] = (Signal.OUTSIDE, sides[index])
    return found


def _sign(difference: float) -> int:
    return (difference > 0) - (difference < 0)


def _runs(signs: Sequence[int], least: int) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and sign of each run of `least` or more equal signs that are not 0."""
    start = 0
    for index in range(1, len(signs) + 1):
        if index == len(signs) or signs[index] != signs[start]:
            if signs[start] and index - start >= least:
                yield start, index, signs[start]
            start = index


def _trends(values: Sequence[float], least: int) -> Iterator[tuple[int, int, int]]:
    moves = [_sign(after - before) for before, after in pairwise(values)]
    for start, end, way in _runs(moves, least - 1):
        yield start, end + 1, way


def _near(values: Sequence[float], sides: Sequence[int], limits: Limits) -> Iterator[int]:
    reach = PROCESS * limits.mean_range * 2 / 3
    close = [
        abs(value - limits.mean) > reach and limits.lower <= value <= limits.upper
        for value in values
    ]
    for start in range(len(values) - 2):
        three = range(start, start + 3)
        if abs(sum(sides[index] for index in three)) == 3 and sum(close[i] for i in three) >= 2:
            yield from (index for index in three if close[index])
