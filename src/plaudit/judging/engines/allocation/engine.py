"""From a problem to a plan that is proven, checked and explained."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plaudit.judging.engines.allocation.chain import Chain
from plaudit.judging.engines.allocation.check import find_breaches
from plaudit.judging.engines.allocation.evenness import most_even
from plaudit.judging.engines.allocation.leximin import Fairness, leximin
from plaudit.judging.engines.allocation.limits import over_time
from plaudit.judging.engines.allocation.problem import Problem, Whole
from plaudit.judging.engines.allocation.seats import SeatLevels, seat_lexicographic
from plaudit.judging.engines.allocation.terms import total_terms
from plaudit.judging.engines.allocation.timed.within import TimeBound, within_time


@dataclass(frozen=True, slots=True)
class Allocation:
    """The plan: `chosen` is 1 for each pair that is in it; the rest says what is proven of it.

    `chain` holds the proofs. `time` is there when reading time bound, and then says how far from the best
    the plan may be. `levels` belongs to seat-lexicographic, `fairness` to leximin.
    """

    problem: Problem
    chosen: Whole
    chain: Chain
    levels: SeatLevels | None = None
    fairness: Fairness | None = None
    time: TimeBound | None = None
    may_move: bool = False

    def pairs(self) -> list[tuple[int, int]]:
        """The (entry, judge) places of the plan, ascending."""
        used = np.flatnonzero(self.chosen)
        pairs = self.problem.pairs
        return list(zip(pairs.entry[used].tolist(), pairs.judge[used].tolist(), strict=True))


def allocate(
    problem: Problem, *, may_move: bool = False, is_every_score: bool | None = None
) -> Allocation:
    """Return the best plan by the problem's objective: it always exists, if need be with empty seats.

    In this order: pairs of an earlier plan are kept (unless they `may_move` to fill a seat), as many seats as can
    be are filled, judges get their minimum, and then the objective. Of equal plans it is the one
    with the most even loads. `is_every_score`: whether seat-lexicographic tells all scores apart; by default where
    that is quick.
    """
    found = _best(problem, may_move=may_move, is_every_score=is_every_score)
    breaches = list(find_breaches(problem, found.pairs()))
    if breaches:
        raise AssertionError("; ".join(breaches[:5]))
    return found


def _best(problem: Problem, *, may_move: bool, is_every_score: bool | None) -> Allocation:
    terms = total_terms(problem, may_move=may_move)
    levels, fairness, time = None, None, None
    if problem.objective == "seat-lexicographic":
        chain, levels = seat_lexicographic(
            problem, may_move=may_move, is_every_score=is_every_score
        )
    else:
        chain = Chain.over(problem)
        chain.meet("total", terms)
    chosen = most_even(chain)
    if len(over_time(problem, chosen)) and chain.flow is not None:
        chosen = chain.flow[: len(chosen)]
    if len(over_time(problem, chosen)):
        chosen, time = within_time(chain, terms, chosen)
        levels = None
    if problem.objective == "leximin":
        chosen, fairness = leximin(chain, chosen)
    return Allocation(problem, chosen, chain, levels, fairness, time, may_move)
