"""The problem's limits as rows of a mixed-integer programme, for what no network can say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from plaudit.judging.engines.allocation.limits import loads_limit, seats_limit
from plaudit.judging.engines.allocation.problem import NO_LIMIT, Problem, Whole

HIGHS_INFEASIBLE = 2
MOST_MINUTES = 2**60
SECONDS = 120.0
"""A guard alone: what ends a search is the number of nodes, the same on every machine."""
NODES = 2_000


@dataclass(slots=True)
class Rows:
    """Rows of a sparse matrix with their bounds, gathered bit by bit."""

    row: list[Any] = field(default_factory=list)
    column: list[Any] = field(default_factory=list)
    value: list[Any] = field(default_factory=list)
    low: list[Any] = field(default_factory=list)
    high: list[Any] = field(default_factory=list)
    count: int = 0

    def add(self, row: Any, column: Any, value: Any, low: Any, high: Any) -> None:
        """Add rows, numbered from 0 in `row`; `low` and `high` hold one bound each."""
        self.row.append(np.asarray(row) + self.count)
        self.column.append(np.asarray(column))
        self.value.append(np.broadcast_to(np.asarray(value, dtype=float), len(self.row[-1])))
        self.low.append(np.asarray(low, dtype=float))
        self.high.append(np.broadcast_to(np.asarray(high, dtype=float), len(self.low[-1])))
        self.count += len(self.low[-1])


@dataclass(frozen=True, slots=True)
class Answer:
    """What the solver found: `values` or None, whether that is `proven`, and a bound on the objective."""

    values: Whole | None
    is_proven: bool
    bound: float


def add_limits(rows: Rows, problem: Problem, pairs: Whole) -> None:
    """Add seats, loads, reading time and caps for the pairs at the given places; column n is pair n of them."""
    column = np.arange(len(pairs))
    entry, judge = problem.pairs.entry[pairs], problem.pairs.judge[pairs]
    _at_most(rows, entry, column, 1, seats_limit(problem))
    _at_most(rows, judge, column, 1, loads_limit(problem))
    limit = problem.judges.max_minutes
    if (limit != NO_LIMIT).any():
        timed = limit[judge] != NO_LIMIT
        time = problem.entries.minutes[entry]
        enough = np.where(limit == NO_LIMIT, MOST_MINUTES, limit)
        _at_most(rows, judge[timed], column[timed], time[timed], enough)
    caps = problem.caps
    if caps.employer_per_entry is not None:
        employer = problem.judges.employer[judge]
        _cap(rows, entry, employer, column, caps.employer_per_entry)
    if caps.category_per_judge is not None:
        category = problem.entries.category[entry]
        _cap(rows, judge, category, column, caps.category_per_judge)


def _at_most(rows: Rows, owner: Whole, column: Whole, value: Any, limit: Whole) -> None:
    """Add a row for each owner whose values could pass the limit."""
    value = np.broadcast_to(np.asarray(value), len(owner))
    total = np.bincount(owner, weights=value, minlength=len(limit))
    binds = total > limit
    here = binds[owner]
    number = np.cumsum(binds) - 1
    rows.add(
        number[owner[here]], column[here], value[here], np.full(binds.sum(), -np.inf), limit[binds]
    )


def _cap(rows: Rows, owner: Whole, kind: Whole, column: Whole, cap: int) -> None:
    known = kind >= 0
    if known.any():
        kinds = int(kind.max()) + 1
        groups, place = np.unique((owner * kinds + kind)[known], return_inverse=True)
        _at_most(rows, place, column[known], 1, np.full(len(groups), cap))


def solved(
    cost: Any, rows: Rows, low: Any, high: Any, *, is_whole: Any = 1, gap: float = 0.0
) -> Answer:
    """Minimise `cost` by HiGHS through scipy. Values are rounded where whole.

    An answer without values that is proven says that there is none.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array

    size = len(cost)
    if size == 0:
        is_met = all((each <= 0).all() for each in rows.low)
        return Answer(np.zeros(0, dtype=np.int64) if is_met else None, True, 0.0)
    constraints = []
    if rows.count:
        shape = (rows.count, size)
        places = (np.concatenate(rows.row), np.concatenate(rows.column))
        matrix = csr_array((np.concatenate(rows.value), places), shape=shape)
        constraints = [
            LinearConstraint(matrix, np.concatenate(rows.low), np.concatenate(rows.high))
        ]
    done = milp(
        np.asarray(cost, dtype=float),
        integrality=np.broadcast_to(is_whole, size),
        bounds=Bounds(np.broadcast_to(low, size), np.broadcast_to(high, size)),
        constraints=constraints,
        options={"time_limit": SECONDS, "node_limit": NODES, "mip_rel_gap": gap},
    )
    if done.x is None:
        return Answer(None, done.status == HIGHS_INFEASIBLE, -np.inf)
    bound = done.mip_dual_bound if done.mip_dual_bound is not None else done.fun
    return Answer(np.rint(done.x).astype(np.int64), done.status == 0, bound)
