"""Reading time as a price on minutes (Lagrange), a repair, and branch and bound on what the prices leave open.

Different reading times make the problem a knapsack for each judge, which no network holds and which is hard in
general. For any prices on minutes the cheapest flow, less the prices of all the time there is, is a bound that
no plan can pass (Held and Karp, 1971; Fisher, The Lagrangian relaxation method, 1981). Pairs whose reduced cost is
greater than what lies between bound and plan are settled; if few enough are left, HiGHS finds the best plan.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

import numpy as np

from plaudit.judging.engines.allocation.chain import Chain, Proof
from plaudit.judging.engines.allocation.limits import (
    loads_limit,
    minutes_read,
    over_time,
    seats_limit,
)
from plaudit.judging.engines.allocation.potentials import potentials, reduced_costs
from plaudit.judging.engines.allocation.problem import NO_LIMIT, Problem, Whole
from plaudit.judging.engines.allocation.terms import SOLVER_LIMIT, Terms
from plaudit.judging.engines.allocation.timed.exact import exact
from plaudit.judging.engines.allocation.timed.repair import repaired
from plaudit.judging.engines.allocation.timed.slots import reslotted

FINEST = 1_000
STEPS = 40
WORK = 4_000_000
"""Steps times arcs: large problems get fewer steps."""
OPEN_PAIRS = 3_000
LIKELY = 1.5


@dataclass(frozen=True, slots=True)
class TimeBound:
    """How near the best a plan within time is.

    `binds` counts the judges who would have read too long in the plan that ignores time. `is_best` when bound and
    plan meet, or branch and bound ended. No plan has fewer than `fewest_empty` empty seats. No plan with as many
    empty seats, missing minimums and kept pairs as this one has more than `total_bound`, in weights.
    """

    binds: int
    is_best: bool
    open_pairs: int
    fewest_empty: int
    total_bound: float


@dataclass(slots=True)
class _Best:
    bound: int
    prices: Whole
    proof: Proof
    reduced: Whole
    flow: Whole


def within_time(chain: Chain, terms: Terms, chosen: Whole) -> tuple[Whole, TimeBound]:
    """Return a plan within time and how near the best it is. `chosen` is the best plan that ignores time.

    The chain's proofs become one: prices and potentials that prove the bound.
    """
    problem = chain.problem
    fine = _fine(chain, terms)
    plan = repaired(problem, chosen, terms)
    fewest = _empty(problem, chosen)
    if _empty(problem, plan) > fewest:
        least, fuller = _fullest(chain, plan)
        plan = reslotted(problem, fuller, terms)
        fewest = max(fewest, least)
    best, plan = _priced(problem, terms, fine, plan)
    chain.proofs[:] = [best.proof]
    plan, is_best, left = _searched(problem, terms, fine, best, plan)
    bound = float(problem.pairs.weight @ plan)
    if is_best:
        fewest = _empty(problem, plan)
    else:
        bound += _cost(problem, terms, plan) - best.bound / fine.score
    return plan, TimeBound(len(over_time(problem, chosen)), is_best, left, fewest, bound)


def _empty(problem: Problem, plan: Whole) -> int:
    return int(problem.entries.demand.sum() - plan.sum())


def _searched(
    problem: Problem, terms: Terms, fine: Terms, best: _Best, plan: Whole
) -> tuple[Whole, bool, int]:
    """Branch and bound, first among likely pairs and then among all that the bound leaves open."""
    left = 0
    for is_last in (False, True):
        cost = fine.score * _cost(problem, terms, plan)
        if cost <= best.bound:
            return plan, True, 0
        settled = _settled(best, cost, len(plan)) if is_last else _likely(best, plan)
        settled[problem.pairs.forced] = 1
        left = int((settled < 0).sum())
        if left > OPEN_PAIRS:
            continue
        better, ended = exact(problem, plan, settled, may_move=terms.kept < terms.unfilled)
        if _cost(problem, terms, better) <= _cost(problem, terms, plan):
            plan = better
        if is_last and ended:
            return plan, True, left
    return plan, fine.score * _cost(problem, terms, plan) <= best.bound, left


def _fullest(chain: Chain, plan: Whole) -> tuple[int, Whole]:
    """Return a number of empty seats that no plan can be below, and a plan with few: prices for seats alone."""
    problem = chain.problem
    best, fuller = _priced(problem, Terms(unfilled=1), Terms(unfilled=FINEST), plan)
    beyond = int((problem.entries.demand - seats_limit(problem)).sum())
    return beyond + max(0, -(-best.bound // FINEST)), fuller


def _fine(chain: Chain, terms: Terms) -> Terms:
    """Return the terms in the finest parts the solver allows, so that prices on minutes can be fine."""
    dearest = max(terms.unfilled, terms.kept, 1)
    nodes = len(chain.network.supply)
    factor = max(1, min(FINEST, SOLVER_LIMIT // (4 * dearest * nodes)))
    return dataclasses.replace(
        terms,
        score=terms.score * factor,
        kept=terms.kept * factor,
        unfilled=terms.unfilled * factor,
        short=terms.short * factor,
    )


def _priced(problem: Problem, terms: Terms, fine: Terms, plan: Whole) -> tuple[_Best, Whole]:
    """Return the best bound found, and the best plan.

    Raise the prices of minutes where judges have too many, step by step; repair the plans on the way.
    """
    factor = fine.unfilled // terms.unfilled
    limit = problem.judges.max_minutes
    prices = np.zeros(len(limit))
    best = _bounded(problem, fine, prices)
    found, pace, idle = best, 1.0, 0
    for step in range(max(4, min(STEPS, WORK // max(1, len(plan))))):
        over = np.where(limit == NO_LIMIT, 0, minutes_read(problem, found.flow) - limit)
        if step % 4 == 3:
            again = repaired(problem, found.flow, terms)
            if _cost(problem, terms, again) < _cost(problem, terms, plan):
                plan = again
        moves = np.where((over > 0) | (prices > 0), over, 0).astype(float)
        gap = factor * _cost(problem, terms, plan) - best.bound
        if gap <= 0 or not moves.any():
            break
        spread = int(np.ptp(problem.pairs.weight)) * terms.score + 1
        reach = min(gap, factor * spread * int((moves > 0).sum()))
        prices = np.maximum(0, prices + pace * reach * moves / (moves @ moves))
        found = _bounded(problem, fine, prices)
        if found.bound > best.bound:
            best, idle = found, 0
        else:
            idle += 1
            pace *= 0.7 if idle % 2 == 0 else 1.0
    return best, plan


def _bounded(problem: Problem, fine: Terms, prices: Any) -> _Best:
    whole = np.rint(prices).astype(np.int64)
    terms = dataclasses.replace(fine, minutes=whole)
    chain = Chain.over(problem)
    cost = terms.of(problem, chain.network)
    flow = chain.cheapest(terms)
    potential = potentials(chain.network, cost, flow, chain.lower, chain.upper)
    used = np.flatnonzero(flow)
    bound = int(cost[used].astype(object) @ flow[used].astype(object)) if len(used) else 0
    time = np.where(whole > 0, problem.judges.max_minutes, 0)
    bound -= int(whole.astype(object) @ time.astype(object))
    pairs = slice(0, len(problem.pairs))
    reduced = reduced_costs(chain.network, cost, potential)[pairs]
    return _Best(bound, whole, Proof("bound", terms, potential), reduced, flow[pairs])


def _cost(problem: Problem, terms: Terms, plan: Whole) -> int:
    """What a plan costs, in the terms of the network."""
    used = plan > 0
    load = np.bincount(problem.pairs.judge[used], minlength=len(problem.judges.names))
    met = np.minimum(load, np.minimum(problem.judges.minimum, loads_limit(problem)))
    empty = int(seats_limit(problem).sum()) - int(used.sum())
    gained = int(problem.pairs.weight[used].sum()) - terms.lowest * int(used.sum())
    given = int(problem.pairs.kept[used].sum())
    return (
        terms.unfilled * empty
        - terms.score * gained
        - terms.kept * given
        - terms.short * int(met.sum())
    )


def _likely(best: _Best, plan: Whole) -> Whole:
    """Leave open the pairs of the plan and those whose reduced cost is near nothing; settle all others."""
    found = best.flow.copy()
    near = np.argsort(np.abs(best.reduced), kind="stable")[: int(LIKELY * plan.sum()) + 500]
    found[near] = -1
    found[(plan > 0) | (best.flow > 0)] = -1
    return found


def _settled(best: _Best, cost: int, pairs: int) -> Whole:
    """Return 1 or 0 for each pair that is so in every better plan, and -1 for those that are open."""
    room = cost - best.bound
    found = np.full(pairs, -1, dtype=np.int64)
    found[best.reduced > room] = 0
    found[best.reduced < -room] = 1
    return found
