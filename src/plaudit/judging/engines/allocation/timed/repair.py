"""A plan that keeps to everybody's reading time, quickly, from one that does not."""

from __future__ import annotations

import numpy as np

from plaudit.judging.engines.allocation.chain import Chain
from plaudit.judging.engines.allocation.limits import over_time
from plaudit.judging.engines.allocation.problem import Problem, Whole
from plaudit.judging.engines.allocation.terms import Terms
from plaudit.judging.engines.allocation.timed.exchange import filled_up
from plaudit.judging.engines.allocation.timed.slots import reslotted


def repaired(problem: Problem, chosen: Whole, terms: Terms) -> Whole:
    """Return a plan within time. Judges who have too much keep what fits, best first; the others are re-planned.

    Each round settles the judges who are over, for good, and gives the rest of their entries to others by one
    flow. In the end seats left empty go to whoever still has time.
    """
    lower, upper = problem.pairs.forced.astype(np.int64), np.ones(len(chosen), dtype=np.int64)
    while len(over := over_time(problem, chosen)):
        for judge in over.tolist():
            own = np.flatnonzero(problem.pairs.judge == judge)
            lower[own] = upper[own] = 0
            fitting = _what_fits(problem, own[chosen[own] > 0], judge)
            lower[fitting] = upper[fitting] = 1
        chain = Chain.over(problem)
        chain.lower[: len(lower)], chain.upper[: len(upper)] = lower, upper
        chosen = chain.cheapest(terms)[: len(lower)]
    return reslotted(problem, filled_up(problem, chosen), terms)


def _what_fits(problem: Problem, own: Whole, judge: int) -> list[int]:
    pairs = problem.pairs
    time = problem.entries.minutes[pairs.entry[own]]
    lowest = int(pairs.weight.min())
    value = (pairs.weight[own] - lowest + 1) / np.maximum(time, 1)
    left = int(problem.judges.max_minutes[judge])
    found = []
    for place in np.lexsort((-value, ~pairs.kept[own], ~pairs.forced[own])).tolist():
        if time[place] <= left:
            left -= int(time[place])
            found.append(int(own[place]))
    return found
