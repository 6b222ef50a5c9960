"""What a plan costs, so that what matters more is never given up for what matters less.

A plan that is not the best can be bettered along a simple cycle of the network, and such a cycle passes each
entry, each judge and the sink at most once. With n = min(entries, judges) + 1 and scores within a range of R,
it changes the total by at most R·n, the seats within a band by at most n, kept pairs by at most n, empty
seats by one and missing minimums by one. Hence prices that make one sum of several aims, each strictly above
the next (lexicographic).
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from plaudit.judging.engines.allocation.network import Network
from plaudit.judging.engines.allocation.problem import Problem, Whole

SOLVER_LIMIT = 2**61
"""OR-tools refuses costs whose product with the number of nodes passes 2^62."""


@dataclass(frozen=True, slots=True)
class Level:
    """Seats whose weight lies from `low` to `high`, both included, and what each costs."""

    low: int
    high: int
    price: int


@dataclass(frozen=True, slots=True)
class Terms:
    """The price of each thing a plan can have; a pair earns `score` times its weight above `lowest`.

    `minutes` is a price for each judge on a minute of their reading; it is empty when there is none.
    """

    score: int = 0
    lowest: int = 0
    kept: int = 0
    unfilled: int = 0
    short: int = 0
    levels: tuple[Level, ...] = ()
    minutes: Whole = field(default_factory=lambda: np.zeros(0, dtype=np.int64))

    def of(self, problem: Problem, network: Network) -> Whole:
        """Return what each arc costs."""
        pairs = problem.pairs
        cost = np.zeros(len(network.tail), dtype=np.int64)
        own = cost[: len(pairs)]
        if self.score:
            own -= self.score * (pairs.weight - self.lowest)
        if self.kept:
            own -= self.kept * pairs.kept
        for level in self.levels:
            own += level.price * ((pairs.weight >= level.low) & (pairs.weight <= level.high))
        if len(self.minutes):
            own += self.minutes[pairs.judge] * problem.entries.minutes[pairs.entry]
        cost[network.unfilled] = self.unfilled
        cost[network.minimums] = -self.short
        return cost


def total_terms(problem: Problem, *, may_move: bool = False, is_scored: bool = True) -> Terms:
    """Price, the dearest first: pairs given up, empty seats, missing minimums and, unless told not to, the total.

    Where kept pairs `may_move`, empty seats come before pairs given up.
    """
    weight = problem.pairs.weight
    lowest = int(weight.min()) if len(weight) else 0
    spread = int(weight.max()) - lowest if len(weight) else 0
    n = cycle(problem)
    swing = spread * n if is_scored else 0
    short = swing + 1
    score = int(is_scored)
    dearer = swing + short + 1
    if not np.any(problem.pairs.kept):
        return Terms(score, lowest, unfilled=dearer, short=short)
    if may_move:
        return Terms(score, lowest, dearer, swing + short + dearer * n + 1, short)
    return Terms(score, lowest, swing + short + dearer + 1, dearer, short)


def greatest_range(entries: int, judges: int, *, keeps: bool) -> int:
    """Return the range of scores that the solver's whole numbers allow at this size."""
    n = min(entries, judges) + 1
    dearest = 6 * n * (n + 2) if keeps else 6 * n
    return max(1, SOLVER_LIMIT // ((3 * entries + 3 * judges + 10) * dearest))


def cycle(problem: Problem) -> int:
    """The most entries, and the most judges, that a simple cycle passes, and one."""
    return min(len(problem.entries.names), len(problem.judges.names)) + 1
