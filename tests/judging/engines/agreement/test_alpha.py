from __future__ import annotations

import itertools
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plaudit.judging.engines.agreement import LEVELS, Level, alpha

NONE = np.nan
KRIPPENDORFF = np.array([
    [1, 2, 3, 3, 2, 1, 4, 1, 2, NONE, NONE, NONE],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NONE, 3],
    [NONE, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NONE],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NONE],
])  # fmt: skip
"""Krippendorff (2011), example C: four observers, twelve units, some missing."""


def test_the_published_example() -> None:
    unit, observer = np.nonzero(~np.isnan(KRIPPENDORFF.T))
    value = KRIPPENDORFF[observer, unit]
    found = [round(alpha(unit, value, level) or 0, 3) for level in LEVELS]
    assert found == [0.743, 0.815, 0.849, 0.797]


ROWS = st.tuples(st.integers(0, 4), st.sampled_from([0.0, 1.0, 2.5, 4.0, 7.0]))


def by_pairs(entry: list[int], value: list[float], level: Level) -> float | None:
    """The definition: every pair of scores of an entry against every pair of all scores."""
    kept = [n for n in range(len(entry)) if entry.count(entry[n]) > 1]
    counts = {v: sum(value[n] == v for n in kept) for v in {value[n] for n in kept}}

    def distance(one: float, other: float) -> float:
        if one == other:
            return 0.0
        if level == "nominal":
            return 1.0
        if level == "interval":
            return (one - other) ** 2
        if level == "ratio":
            return ((one - other) / (one + other)) ** 2
        low, high = min(one, other), max(one, other)
        between = sum(count for v, count in counts.items() if low <= v <= high)
        return (between - (counts[low] + counts[high]) / 2) ** 2

    observed = sum(
        distance(value[a], value[b]) / (entry.count(entry[a]) - 1)
        for a, b in itertools.permutations(kept, 2)
        if entry[a] == entry[b]
    )
    expected = sum(distance(value[a], value[b]) for a, b in itertools.permutations(kept, 2))
    return 1 - observed / (expected / (len(kept) - 1)) if expected else None


@pytest.mark.parametrize("level", LEVELS)
@settings(max_examples=60, deadline=None)
@given(rows=st.lists(ROWS, min_size=1, max_size=18))
def test_it_is_what_the_definition_says(level: Level, rows: list[tuple[int, float]]) -> None:
    entry, value = [row[0] for row in rows], [row[1] for row in rows]
    found = alpha(np.array(entry), np.array(value), level)
    expected = by_pairs(entry, value, level)
    assert found == (None if expected is None else pytest.approx(expected, abs=1e-9))


def test_a_million_scores_take_less_than_a_second() -> None:
    random = np.random.default_rng(1)
    entry = np.repeat(np.arange(250_000), 4)
    value = random.integers(1, 11, len(entry)).astype(np.float64)
    for level in LEVELS:
        before = time.process_time()
        alpha(entry, value, level)
        assert time.process_time() - before < 1.0
