"""The best plan within time by branch and bound, over the pairs that are still open."""

from __future__ import annotations

import numpy as np

from plaudit.judging.engines.allocation.constraints import Rows, add_limits, solved
from plaudit.judging.engines.allocation.problem import Problem, Whole


def exact(problem: Problem, plan: Whole, settled: Whole, *, may_move: bool) -> tuple[Whole, bool]:
    """Return the best plan, and whether that is proven. `settled` is -1 where a pair is open.

    Aims are met one after another, as in a chain: kept pairs, empty seats, minimums, total.
    """
    pairs = np.arange(len(plan))
    rows = Rows()
    add_limits(rows, problem, pairs)
    judges = problem.judges
    spare = len(plan) + np.arange(len(judges.names))
    rows.add(
        np.concatenate([problem.pairs.judge, np.arange(len(judges.names))]),
        np.concatenate([pairs, spare]),
        1,
        judges.minimum,
        np.inf,
    )
    low = np.concatenate([np.maximum(settled, 0), np.zeros(len(spare))])
    low[: len(plan)] = np.maximum(low[: len(plan)], problem.pairs.forced)
    high = np.concatenate([np.where(settled == 0, 0, 1), judges.minimum])
    whole = np.concatenate([np.ones(len(plan)), np.zeros(len(spare))])
    for aim in _aims(problem, may_move=may_move):
        answer = solved(aim, rows, low, high, is_whole=whole)
        if answer.values is None:
            return plan, False
        plan = answer.values[: len(plan)]
        if not answer.is_proven:
            return plan, False
        used = np.flatnonzero(aim)
        reached = float(aim @ answer.values)
        rows.add(np.zeros(len(used)), used, aim[used], [-np.inf], reached + 1e-7 * abs(reached))
    return plan, True


def _aims(
    problem: Problem, *, may_move: bool
) -> list[np.ndarray[tuple[int], np.dtype[np.float64]]]:
    """What to minimise, in order. Whole numbers, the total divided by its greatest weight."""
    pairs = problem.pairs
    none = np.zeros(len(problem.judges.names))
    weight = pairs.weight - pairs.weight.min()
    kept = np.concatenate([-pairs.kept.astype(float), none])
    filled = np.concatenate([-np.ones(len(pairs)), none])
    short = np.concatenate([np.zeros(len(pairs)), none + 1])
    total = np.concatenate([-(weight / max(1, int(weight.max()))), none])
    first = [filled, kept] if may_move else [kept, filled]
    aims = [*first, short, total]
    return [aim for aim in aims if aim.any()]
