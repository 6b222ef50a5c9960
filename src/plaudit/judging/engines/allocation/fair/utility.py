"""How well off an entry is: the mean score of its judges, in whole units.

An empty seat counts as the lowest score in the file. The unit is a part of a gain, 1 / `unit`, so that means over
different demands compare exactly. Scores of more steps than the integer programmes can tell apart are rounded.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from plaudit.judging.engines.allocation.limits import seats_limit
from plaudit.judging.engines.allocation.problem import Problem, Whole

MOST_UNITS = 2**60
MOST_STEPS = 100_000
"""HiGHS takes a row as kept that is missed by a millionth, so that half a step must be well above."""


@dataclass(frozen=True, slots=True)
class Utility:
    """`gain` is each pair's weight above the lowest, in `step`s; `unit` the common multiple of all demands.

    `is_exact` is False where gains are rounded to steps of more than one, or where the demands have no usable
    common multiple, and means are then rounded down.
    """

    problem: Problem
    gain: Whole
    demand: Whole
    unit: int
    is_exact: bool
    lowest: int
    step: int

    @classmethod
    def of(cls, problem: Problem) -> Utility:
        weight = problem.pairs.weight
        lowest = int(weight.min()) if len(weight) else 0
        gain = weight - lowest
        step = -(-int(gain.max(initial=0)) // MOST_STEPS) or 1
        gain = (gain + step // 2) // step
        demand = np.maximum(problem.entries.demand, 1)
        most = int(gain.max()) if len(gain) else 0
        room = MOST_UNITS // max(1, most * int(seats_limit(problem).max(initial=1)))
        multiple = math.lcm(*np.unique(problem.entries.demand[problem.entries.demand > 0]).tolist())
        unit = multiple if multiple <= room else max(1, min(room, 2**20))
        is_exact = unit == multiple and step == 1
        return cls(problem, gain, demand, unit, is_exact, lowest, step)

    def of_plan(self, chosen: Whole) -> Whole:
        """Return the utility of each entry under a plan."""
        sums = np.zeros(len(self.demand), dtype=np.int64)
        used = np.flatnonzero(chosen)
        np.add.at(sums, self.problem.pairs.entry[used], self.gain[used])
        return self.of_sums(sums)

    def of_sums(self, sums: Whole) -> Whole:
        found: Whole = sums * self.unit // self.demand
        return found

    def sum_for(self, entry: int, utility: int) -> int:
        """Return the least sum of gains that gives an entry at least this utility."""
        return -(-utility * int(self.demand[entry]) // self.unit)

    def means_of(self, chosen: Whole) -> list[float]:
        """Return the mean scores under a plan, ascending, of entries that want judges: as given, not rounded."""
        scores, used = self.problem.scores.astype(np.float64), np.flatnonzero(chosen)
        lowest = float(scores.min()) if len(scores) else 0.0
        sums = np.zeros(len(self.demand))
        np.add.at(sums, self.problem.pairs.entry[used], scores[used] - lowest)
        wanted = self.problem.entries.demand > 0
        found: list[float] = np.sort(sums[wanted] / self.demand[wanted] + lowest).tolist()
        return found

    def score(self, utility: int) -> float:
        """The mean score, as people gave them, where nothing is rounded."""
        return (utility / self.unit + self.lowest) / self.problem.scale


def solo_bounds(utility: Utility, lower: Whole, upper: Whole) -> Whole:
    """Return what each entry would have with the best permitted judges, ignoring every other entry.

    `lower` and `upper` are 1 for pairs that must, or may, be chosen. No plan gives an entry more.
    """
    problem, pairs = utility.problem, utility.problem.pairs
    seats = seats_limit(problem)
    order = np.lexsort((-utility.gain, -lower, pairs.entry))
    order = order[upper[order] > 0]
    cap = problem.caps.employer_per_entry
    if cap is not None:
        order = _within_cap(problem, order, cap)
    entry = pairs.entry[order]
    first = np.searchsorted(entry, np.arange(len(seats)))
    rank = np.arange(len(order)) - first[entry]
    best = rank < seats[entry]
    sums = np.zeros(len(seats), dtype=np.int64)
    np.add.at(sums, entry[best], utility.gain[order[best]])
    return utility.of_sums(sums)


def _within_cap(problem: Problem, order: Whole, cap: int) -> Whole:
    """Leave out, best first, whoever would be one too many of an employer."""
    pairs = problem.pairs
    employer = problem.judges.employer[pairs.judge[order]]
    again = np.lexsort((np.arange(len(order)), employer, pairs.entry[order]))
    entry, kind = pairs.entry[order][again], employer[again]
    new = np.ones(len(order), dtype=bool)
    new[1:] = (entry[1:] != entry[:-1]) | (kind[1:] != kind[:-1])
    start = np.maximum.accumulate(np.where(new, np.arange(len(order)), 0))
    nth = np.arange(len(order)) - start
    fits = np.empty(len(order), dtype=bool)
    fits[again] = (nth < cap) | (kind < 0)
    found: Whole = order[fits]
    return found
