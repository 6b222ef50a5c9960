"""Betters a plan within time by one flow: each judge's time is cut into slots, and all slots are filled anew.

A judge who reads three entries of 20 minutes and one of 40 has such slots, and more where time is left. Any
plan that gives each judge at most so many entries of each length is within time, and the best of
them is a flow, for the slots of one length are a group of one judge's arcs.
"""

from __future__ import annotations

import numpy as np

from plaudit.judging.engines.allocation.chain import Chain
from plaudit.judging.engines.allocation.limits import minutes_read
from plaudit.judging.engines.allocation.network import Groups
from plaudit.judging.engines.allocation.problem import NO_LIMIT, Problem, Whole
from plaudit.judging.engines.allocation.terms import Terms


def reslotted(problem: Problem, plan: Whole, terms: Terms) -> Whole:
    """Return the best plan with the slots of this one; never a worse one. Not where categories are capped."""
    if problem.caps.category_per_judge is not None:
        return plan
    chain = Chain.over(problem, _slots(problem, plan))
    return chain.cheapest(terms)[: len(plan)]


def _slots(problem: Problem, plan: Whole) -> Groups:
    pairs = problem.pairs
    lengths, length = np.unique(problem.entries.minutes, return_inverse=True)
    length = length[pairs.entry]
    limited = problem.judges.max_minutes[pairs.judge] != NO_LIMIT
    groups, place = np.unique((pairs.judge * len(lengths) + length)[limited], return_inverse=True)
    of_pair = np.full(len(plan), -1, dtype=np.int64)
    of_pair[limited] = place
    cap = np.bincount(place, weights=plan[limited], minlength=len(groups)).astype(np.int64)
    owner, kind = groups // len(lengths), groups % len(lengths)
    left = problem.judges.max_minutes - minutes_read(problem, plan)
    start = np.searchsorted(owner, np.arange(len(problem.judges.names) + 1))
    for judge in np.flatnonzero(problem.judges.max_minutes != NO_LIMIT).tolist():
        for group in range(int(start[judge + 1]) - 1, int(start[judge]) - 1, -1):
            time = int(lengths[kind[group]])
            more = int(left[judge]) // time if time else len(plan)
            cap[group] += more
            left[judge] -= more * time
    return Groups(owner, kind, cap, of_pair)
