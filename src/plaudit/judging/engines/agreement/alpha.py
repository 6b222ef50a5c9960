"""Krippendorff's alpha by value counts: no table of entries × judges, and any number of gaps.

Krippendorff (2011), Computing Krippendorff's alpha-reliability (University of Pennsylvania). One minus the
observed over the expected disagreement of pairs of scores; scores that stand alone on an entry pair with
nothing and are left out. Nought over nought, where all scores are equal, is None.
"""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Level: TypeAlias = Literal["nominal", "ordinal", "interval", "ratio"]
LEVELS: tuple[Level, ...] = ("nominal", "ordinal", "interval", "ratio")
MOST_RATIO_VALUES = 4000
"""Ratio distances have no short cut: beyond so many different values the figure is not given."""


def alpha(entry: Integers, value: Floats, level: Level) -> float | None:
    """Return alpha of scores at a level of measurement; entries are numbered from nought."""
    entry, value = _pairable(entry, value)
    if not len(value):
        return None
    seen, code = np.unique(value, return_inverse=True)
    if len(seen) == 1:
        return None
    readings = np.bincount(entry)
    if level == "nominal":
        return _nominal(entry, code, readings, len(seen))
    if level == "ratio":
        return _ratio(entry, code, readings, seen)
    return _of_squares(entry, _middle_ranks(code) if level == "ordinal" else value, readings)


def _pairable(entry: Integers, value: Floats) -> tuple[Integers, Floats]:
    kept = np.bincount(entry)[entry] > 1 if len(entry) else np.zeros(0, bool)
    _, renumbered = np.unique(entry[kept], return_inverse=True)
    return renumbered.astype(np.int64), value[kept]


def _middle_ranks(code: Integers) -> Floats:
    """Return scores as mid-ranks: the ordinal distance of two values is that of their mid-ranks."""
    counts = np.bincount(code)
    middle: Floats = np.cumsum(counts) - counts / 2
    return middle[code]


def _of_squares(entry: Integers, value: Floats, readings: Integers) -> float | None:
    """Return alpha for squared distances, from sums and sums of squares."""
    value = value - value.mean()
    total, squares = np.bincount(entry, value), np.bincount(entry, value**2)
    observed = float(np.sum((readings * squares - total**2) / (readings - 1)))
    count = len(value)
    expected = (count * float(squares.sum()) - float(total.sum()) ** 2) / (count - 1)
    return 1 - observed / expected if expected > 0 else None


def _nominal(entry: Integers, code: Integers, readings: Integers, values: int) -> float:
    cells, held = np.unique(entry * values + code, return_counts=True)
    alike = held * (held - 1) / (readings[cells // values] - 1)
    counts, count = np.bincount(code).astype(np.float64), len(code)
    observed = count - float(alike.sum())
    expected = (count**2 - float(counts @ counts)) / (count - 1)
    return 1 - observed / expected


def _ratio(entry: Integers, code: Integers, readings: Integers, seen: Floats) -> float | None:
    if seen[0] < 0 or len(seen) > MOST_RATIO_VALUES:
        return None
    sums = np.add.outer(seen, seen)
    distance = np.divide(
        np.subtract.outer(seen, seen), sums, out=np.zeros_like(sums), where=sums > 0
    )
    distance **= 2
    counts = np.bincount(code).astype(np.float64)
    expected = float(counts @ distance @ counts) / (len(code) - 1)
    held = _held(entry, code, len(readings), len(seen))
    weighted = held.multiply(1 / (readings - 1.0)[:, None]).tocsr()
    pairs = (weighted.T @ held).tocoo()
    observed = float(pairs.data @ distance[pairs.row, pairs.col])
    return 1 - observed / expected if expected > 0 else None


def _held(entry: Integers, code: Integers, entries: int, values: int) -> Any:
    """Return how often each entry was given each value, as a sparse array."""
    from scipy.sparse import csr_array

    return csr_array((np.ones(len(entry)), (entry, code)), shape=(entries, values))
