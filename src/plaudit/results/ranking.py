"""The ranking of a category from raw scores. Pure: no database, nothing stored.

Scores are taken as per cent of the possible maximum. The interval is a plain one: the raw mean, give or
take z standard errors, where the standard error is the spread of scores *within* entries, pooled over the
category, divided by the root of the number of scores. It allows for chance between judges, not for a
judge who is harsh throughout. A rank range follows from it: an entry ranks below another for certain
only when their intervals do not meet. One score alone says nothing of chance, so the interval of such an
entry is everything from nothing to the maximum, and its rank range every place.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

CONFIDENCE = 0.90
ENOUGH_SCORES = 2
"""How many scores an entry needs before anything can be said of its place."""

SAME_MEAN = 6
"""Means are compared to this many decimals, so that the order of addition never breaks a tie."""


@dataclass(frozen=True, slots=True)
class EntryScores:
    """What is known of one entry: `count` scorecards, their mean, lowest and highest, in per cent.

    `spread` is the sample standard deviation, None below two scorecards. All are None without scores.
    """

    key: Hashable
    count: int
    mean: float | None = None
    spread: float | None = None
    lowest: float | None = None
    highest: float | None = None


@dataclass(frozen=True, slots=True)
class Ranked:
    """One place of the ranking. `rank` is shared by equal means, and None without scores.

    `low` and `high` are the ends of the interval of the mean; `best_rank` and `worst_rank` those of the
    ranks it allows; all four are None without scores, and as wide as can be with one alone. `may_lead`
    is true where the first place is within them and more than one entry's is.
    """

    scores: EntryScores
    rank: int | None
    low: float | None = None
    high: float | None = None
    best_rank: int | None = None
    worst_rank: int | None = None
    may_lead: bool = False


def weighted_percent(scores: Sequence[tuple[float, float]]) -> float:
    """Return a scorecard's per cent of the maximum from pairs of score (0 to 10) and weight.

    Weights that add up to nothing count alike.
    """
    if not sum(weight for _, weight in scores):
        scores = [(value, 1) for value, _ in scores]
    total = sum(weight for _, weight in scores)
    return sum(value * weight for value, weight in scores) * 10 / total


def pooled_spread(entries: Sequence[EntryScores]) -> float | None:
    """Return the standard deviation of scores around their own entry's mean; None if no entry has two."""
    freedom = sum(entry.count - 1 for entry in entries if entry.spread is not None)
    if not freedom:
        return None
    squares = sum(
        (entry.count - 1) * entry.spread**2 for entry in entries if entry.spread is not None
    )
    return sqrt(squares / freedom)


def rank_entries(entries: Sequence[EntryScores], confidence: float = CONFIDENCE) -> list[Ranked]:
    """Rank the entries by mean, the best first; those without scores come last, in the order given."""
    scored = [entry for entry in entries if entry.mean is not None]
    scored.sort(key=lambda entry: -_rounded(entry))
    intervals = _intervals(scored, confidence)
    ranks = _shared_ranks(scored)
    ranked = [
        _place(entry, rank, index, intervals)
        for index, (entry, rank) in enumerate(zip(scored, ranks, strict=True))
    ]
    return ranked + [Ranked(entry, rank=None) for entry in entries if entry.mean is None]


def _rounded(entry: EntryScores) -> float:
    return round(entry.mean or 0.0, SAME_MEAN)


def _shared_ranks(scored: Sequence[EntryScores]) -> list[int]:
    ranks: list[int] = []
    for index, entry in enumerate(scored):
        ties = index > 0 and _rounded(entry) == _rounded(scored[index - 1])
        ranks.append(ranks[-1] if ties else index + 1)
    return ranks


def _intervals(scored: Sequence[EntryScores], confidence: float) -> list[tuple[float, float]]:
    spread = pooled_spread(scored)
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    return [_interval(entry, spread, z) for entry in scored]


def _interval(entry: EntryScores, spread: float | None, z: float) -> tuple[float, float]:
    if spread is None or entry.count < ENOUGH_SCORES:
        return 0.0, 100.0
    reach = z * spread / sqrt(entry.count)
    return max(0.0, _rounded(entry) - reach), min(100.0, _rounded(entry) + reach)


def _place(
    entry: EntryScores, rank: int, index: int, intervals: list[tuple[float, float]]
) -> Ranked:
    low, high = intervals[index]
    surely_above = sum(1 for other_low, _ in intervals if other_low > high)
    surely_below = sum(1 for _, other_high in intervals if other_high < low)
    top_low = max(other_low for other_low, _ in intervals)
    contenders = sum(1 for _, other_high in intervals if other_high >= top_low)
    return Ranked(
        entry,
        rank,
        low,
        high,
        best_rank=1 + surely_above,
        worst_rank=len(intervals) - surely_below,
        may_lead=surely_above == 0 and contenders > 1,
    )
