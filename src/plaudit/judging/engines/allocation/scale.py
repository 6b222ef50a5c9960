"""Scores as whole numbers, so that sums and comparisons are exact."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from plaudit.judging.engines.allocation.problem import Whole
from plaudit.judging.engines.allocation.reading.lists import Scores

MOST_DECIMALS = 9


@dataclass(frozen=True, slots=True)
class Scaled:
    """`weight` is the score times `scale`; rounded unless `is_exact`."""

    weight: Whole
    scale: float
    is_exact: bool


def scaled(scores: Scores, greatest_range: int, seats: int) -> Scaled:
    """Return whole weights whose range is at most `greatest_range` and whose sums over `seats` fit in 63 bits.

    Whole scores stay as they are; decimals are multiplied by the power of ten that makes them whole.
    Where no power up to 10^9 does, or the range does not allow it, weights are the scores times a power of ten
    that keeps nine digits of their range (or, for huge ones, of two), rounded to the nearest whole number.
    """
    if len(scores) == 0:
        return Scaled(np.zeros(0, dtype=np.int64), 1, True)
    spread = float(scores.max()) - float(scores.min())
    largest = max(abs(float(scores.max())), abs(float(scores.min())), 1e-300)
    greatest = min(2**53, 2**62 // max(1, seats))
    whole = scores.dtype.kind == "i"
    for decimals in range(1 if whole else MOST_DECIMALS + 1):
        scale = 10**decimals
        if spread * scale > greatest_range or largest * scale > greatest:
            break
        weight = np.rint(scores * scale)
        if whole or np.array_equal(weight / scale, scores):
            return Scaled(weight.astype(np.int64), scale, True)
    room = min(greatest_range / max(spread, 1e-300), greatest / largest)
    finest = MOST_DECIMALS - math.floor(
        math.log10(max(spread, largest / 10**MOST_DECIMALS, 1e-280))
    )
    power = min(finest, math.floor(math.log10(min(room, 1e300))))
    scale_found = 10**power if power >= 0 else math.ldexp(1.0, math.floor(math.log2(room)))
    return Scaled(np.rint(scores * float(scale_found)).astype(np.int64), scale_found, False)
