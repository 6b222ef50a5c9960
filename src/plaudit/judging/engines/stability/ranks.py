from __future__ import annotations

from dataclasses import dataclass
from math import floor

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Draws = NDArray[np.float32]
CONFIDENCE = 0.90
COLUMNS_AT_ONCE = 20_000
VALUES_AT_ONCE = 250_000
SAME = 9
"""Values are compared to so many decimals of their spread, so that rounding never breaks a tie."""


@dataclass(frozen=True, slots=True)
class Ranks:
    """Places within the group, the best being one; one item an entry. Ties share the better place.

    `low` and `high` are the ends of the 90 per cent range of ranks and always contain `rank`. `top` is
    the share of draws in which the entry is among the first `top_k` of its group; entries that tie
    across the line share what is left.
    """

    rank: Integers
    low: Integers
    high: Integers
    top: Floats
    top_k: int


def ranks_of(value: Floats, draws: Draws, group: Integers, top_k: int) -> Ranks:
    """Rank entries by `value` and by each row of `draws`, higher first, within their groups."""
    rank = shared_ranks(value, group)
    placed = np.empty(draws.shape, np.int32)
    top = np.zeros(len(value))
    place = (np.arange(1, len(value) + 1) - _starts(group)).astype(np.int32)
    at_once = max(1, VALUES_AT_ONCE // max(1, len(value)))
    for first in range(0, len(draws), at_once):
        drawn, rows = draws[first : first + at_once], placed[first : first + at_once]
        order = _best_first(drawn, group)
        np.put_along_axis(rows, order, place[None, :], axis=1)
        top += (rows <= top_k).sum(axis=0)
        top += _owed_to_ties(drawn, order, rows, group, top_k)
    low, high = _ends(placed)
    return Ranks(
        rank=rank,
        low=np.minimum(low, rank),
        high=np.maximum(high, rank),
        top=top / len(draws),
        top_k=top_k,
    )


def shared_ranks(value: Floats, group: Integers) -> Integers:
    """Return ranks within groups; equal values share the better rank."""
    spread = float(np.ptp(value)) or 1.0
    rounded = np.round((value - value.mean()) / spread, SAME)
    order = np.lexsort((-rounded, group))
    starts = _starts(group)
    sorted_values, sorted_groups = rounded[order], group[order]
    is_first = np.ones(len(value), bool)
    is_first[1:] = (sorted_values[1:] != sorted_values[:-1]) | (
        sorted_groups[1:] != sorted_groups[:-1]
    )
    place = np.arange(1, len(value) + 1) - starts
    leader = np.maximum.accumulate(np.where(is_first, np.arange(len(value)), 0))
    rank = np.empty(len(value), np.int64)
    rank[order] = place[leader]
    return rank


def _starts(group: Integers) -> Integers:
    """Return, for the entries in order of group, how many stand in earlier groups."""
    sizes = np.bincount(group)
    return np.repeat(np.cumsum(sizes) - sizes, sizes)


def _best_first(drawn: Draws, group: Integers) -> Integers:
    """Return the order of each row by group, then from the best."""
    least, most = float(drawn.min()), float(drawn.max())
    within = (most - drawn.astype(np.float64)) / (2 * (most - least) or 1.0)
    within += group
    return np.argsort(within, axis=1)


def _owed_to_ties(
    drawn: Draws, order: Integers, placed: NDArray[np.int32], group: Integers, top_k: int
) -> Floats:
    """Return what entries that tie across the line are owed, or owe, to share the places left."""
    owed = np.zeros(drawn.shape[1])
    in_order = np.take_along_axis(drawn, order, axis=1)
    level = in_order[:, 1:] == in_order[:, :-1]
    if not level.any():
        return owed
    ranks = np.take_along_axis(placed, order, axis=1)
    level &= (ranks[:, :-1] == top_k) & (ranks[:, 1:] == top_k + 1)
    for row, pair in zip(*np.nonzero(level), strict=True):
        one = order[row, pair]
        tied = np.flatnonzero((drawn[row] == drawn[row, one]) & (group == group[one]))
        inside = placed[row, tied] <= top_k
        owed[tied] += inside.mean() - inside
    return owed


def _ends(placed: NDArray[np.int32]) -> tuple[Integers, Integers]:
    draws, entries = placed.shape
    outside = floor(draws * (1 - CONFIDENCE) / 2)
    low, high = np.empty(entries, np.int64), np.empty(entries, np.int64)
    for first in range(0, entries, COLUMNS_AT_ONCE):
        part = slice(first, first + COLUMNS_AT_ONCE)
        ordered = np.sort(placed[:, part], axis=0)
        low[part], high[part] = ordered[outside], ordered[draws - 1 - outside]
    return low, high
