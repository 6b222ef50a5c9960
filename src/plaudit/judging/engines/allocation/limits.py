"""What no plan can pass: the seats an entry's permitted judges could fill, the entries a judge could read."""

from __future__ import annotations

import numpy as np

from plaudit.judging.engines.allocation.problem import NO_LIMIT, Problem, Whole


def seats_limit(problem: Problem) -> Whole:
    """The seats of each entry that its permitted judges could fill."""
    degree = np.bincount(problem.pairs.entry, minlength=len(problem.entries.names))
    return np.minimum(problem.entries.demand, degree).astype(np.int64)


def loads_limit(problem: Problem) -> Whole:
    """The most entries of each judge: what `max` allows, what is permitted, what reading time allows."""
    pairs, judges = problem.pairs, problem.judges
    most = np.bincount(pairs.judge, minlength=len(judges.names)).astype(np.int64)
    most = np.where(judges.maximum == NO_LIMIT, most, np.minimum(most, judges.maximum))
    limited = judges.max_minutes != NO_LIMIT
    if not limited.any():
        return most
    return np.where(limited, np.minimum(most, _shortest_first(problem)), most)


def _shortest_first(problem: Problem) -> Whole:
    """How many entries fit into each judge's time when the quickest are read first."""
    judge, time = problem.pairs.judge, problem.entries.minutes[problem.pairs.entry]
    order = np.lexsort((time, judge))
    judge, time = judge[order], time[order]
    spent = np.cumsum(time)
    start = np.searchsorted(judge, np.arange(len(problem.judges.names)))
    before = np.concatenate([[0], spent])[start]
    fits = spent - before[judge] <= problem.judges.max_minutes[judge]
    return np.bincount(judge[fits], minlength=len(problem.judges.names)).astype(np.int64)


def minutes_read(problem: Problem, chosen: Whole) -> Whole:
    """The reading time of each judge, in the problem's fraction of a minute."""
    used = np.flatnonzero(chosen)
    minutes = np.zeros(len(problem.judges.names), dtype=np.int64)
    np.add.at(
        minutes,
        problem.pairs.judge[used],
        problem.entries.minutes[problem.pairs.entry[used]],
    )
    return minutes


def over_time(problem: Problem, chosen: Whole) -> Whole:
    """The judges whose reading takes longer than they have."""
    limit = problem.judges.max_minutes
    return np.flatnonzero((limit != NO_LIMIT) & (minutes_read(problem, chosen) > limit))
