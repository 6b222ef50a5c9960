"""Reading times as whole numbers: an entry's rounded up and a judge's down, where they are too fine."""

from __future__ import annotations

import math
from collections.abc import Iterable
from fractions import Fraction

FINEST = 1_000
"""Thousandths of a minute are fine enough."""


def scale_of(times: Iterable[float]) -> int:
    """Return the least of 1, 10, 100, 1000 that makes all times whole, or 1000."""
    different = set(times)
    for scale in (1, 10, 100):
        if all(_as_written(time) * scale % 1 == 0 for time in different):
            return scale
    return FINEST


def rounded_up(time: float, scale: int) -> int:
    return math.ceil(_as_written(time) * scale)


def rounded_down(time: float, scale: int) -> int:
    """Round down; -1, no limit, stays."""
    return -1 if time < 0 else math.floor(_as_written(time) * scale)


def _as_written(time: float) -> Fraction:
    """0.1 means a tenth, not the binary number nearest to it."""
    return Fraction(time) if isinstance(time, int) else Fraction(repr(time))
