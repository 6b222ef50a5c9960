"""Can some entries be so well off, all at once? Asked of those alone that compete, then of everybody.

A mixed-integer programme holds the core: entries that compete, with every limit of their judges, and nobody else's
demand. When it has no answer there is none for the whole either: that is the proof. When it has one, the core's seats
are fixed and one flow completes the plan; whoever then falls below joins the core, and again.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from plaudit.judging.engines.allocation.chain import Chain
from plaudit.judging.engines.allocation.constraints import Answer, Rows, add_limits, solved
from plaudit.judging.engines.allocation.fair.utility import Utility
from plaudit.judging.engines.allocation.limits import over_time, seats_limit
from plaudit.judging.engines.allocation.problem import Problem, Whole
from plaudit.judging.engines.allocation.terms import total_terms

Flags = npt.NDArray[np.bool_]

HEAVIER, HEAVIEST = 4, 16
"""How much more the scores of entries that fell below count when the plan is completed."""
FEASIBLE = 0.05
LARGE = 100_000
PATIENCE = (40, 150), (15, 80)
"""Rounds, and entries that may join the core, for an attempt; fewer where each round needs a long flow."""
MOST_PAIRS = 20_000
FEWEST_PROGRAMMES, MOST_PROGRAMMES, WORK = 40, 250, 30_000_000
"""How many programmes are tried: fewer where each needs a long flow."""


class Unknown(Exception):
    """Whether it can be was not found out; the message says why, as the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Level:
    """At most `count` of the entries that are not settled have `value` or less."""

    value: int
    count: int


@dataclass(frozen=True, slots=True)
class Wish:
    """What each entry is to have. Those not `settled` may fall to the open levels, as far as these allow.

    `other_than`: entries of which not all may fall to the last open level.
    """

    target: Whole
    settled: Flags
    open: tuple[Level, ...] = ()
    other_than: Whole | None = None


@dataclass(slots=True)
class Room:
    """The problem with its kept pairs decided, and the places every plan must have."""

    problem: Problem
    utility: Utility
    lower: Whole
    upper: Whole
    base: Whole
    is_whole: bool
    near: Flags
    core: set[int] = field(default_factory=set)
    watched: set[int] = field(default_factory=set)
    programmes: int = 0
    weight: Whole = field(init=False)
    budget: int = field(init=False)

    def __post_init__(self) -> None:
        self.budget = max(FEWEST_PROGRAMMES, min(MOST_PROGRAMMES, WORK // max(1, len(self.base))))
        self.weight = np.ones(len(self.problem.entries.names), dtype=np.int64)

    def missing(self, chosen: Whole) -> tuple[int, int]:
        """Return the empty seats, and the units below a minimum."""
        return missing_in(self.problem, chosen)

    def fulfil(self, wish: Wish, plan: Whole, *, gap: float = FEASIBLE) -> Whole | None:
        """Return a plan that fulfils the wish, or None when there is none. Raises Unknown.

        `plan` is one that fulfils what is settled: whoever falls below the wish in it is the core to begin with.
        """
        if self.is_whole:
            self.core = set(range(len(wish.target)))
            pairs, found = self._asked(wish, gap)
            return None if found is None else self._verified(wish, self._over_all(pairs, found))
        lacking = self.utility.of_plan(plan) < wish.target
        self.core = set(np.flatnonzero(lacking | (wish.settled & (wish.target > 0))).tolist())
        self.watched.clear()  # a minimum says something only beside all that its judge could read
        rounds, more = PATIENCE[len(self.base) > LARGE]
        most = len(self.core) + more
        for _ in range(rounds):
            pairs, found = self._asked(wish, gap)
            if found is None:
                return None
            plan = self._completed(pairs, found)
            if len(over_time(self.problem, plan)):
                raise Unknown(
                    "reading time binds, and the flow that completes a plan knows no time"
                )
            if not self._joining(wish, plan):
                return self._verified(wish, plan)
            if len(self.core) > most:
                raise Unknown(
                    f"{len(self.core)} entries compete with each other, too many to prove more"
                )
        raise Unknown(f"after {rounds} rounds entries still fell below")

    def _verified(self, wish: Wish, plan: Whole) -> Whole:
        """Return the plan, counted again in whole numbers."""
        utility = self.utility.of_plan(plan)
        steps = [*(np.full(len(utility), level.value) for level in wish.open), wish.target]
        is_met = (utility >= np.where(wish.settled, wish.target, steps[0])).all()
        for level, step in zip(wish.open, steps[1:], strict=True):
            is_met &= np.count_nonzero(~wish.settled & (utility < step)) <= level.count
        if not is_met:
            raise Unknown("scores lie too near each other to be told apart")
        return plan

    def _over_all(self, pairs: Whole, values: Whole) -> Whole:
        """Return the plan over all pairs: earlier pairs that were given up are in no programme."""
        plan = np.zeros(len(self.base), dtype=np.int64)
        plan[pairs] = values
        return plan

    def _joining(self, wish: Wish, plan: Whole) -> bool:
        """Let those who fall below weigh more, and, when that was done before, join the core. Returns whether any."""
        below = np.flatnonzero(self.utility.of_plan(plan) < wish.target)
        joining = set(below.tolist()) - self.core
        heavy = {entry for entry in joining if self.weight[entry] >= HEAVIEST}
        self.weight[sorted(joining)] = np.minimum(self.weight[sorted(joining)] * HEAVIER, HEAVIEST)
        if self.missing(plan) != self.missing(self.base):
            also = self._also(plan)
            if not also and not joining:
                raise Unknown("no way was found to complete the plan without emptying other seats")
            heavy |= also
            joining |= also
        self.core |= heavy
        return bool(joining)

    def _also(self, plan: Whole) -> set[int]:
        """Entries without all their judges, and those that a judge below the minimum could read."""
        problem = self.problem
        count = np.bincount(problem.pairs.entry[plan > 0], minlength=len(problem.entries.names))
        found = set(np.flatnonzero(count < seats_limit(problem)).tolist())
        load = np.bincount(problem.pairs.judge[plan > 0], minlength=len(problem.judges.names))
        for judge in np.flatnonzero(load < problem.judges.minimum).tolist():
            self.watched.add(judge)
            found |= set(problem.pairs.entry[problem.pairs.judge == judge].tolist())
        return found - self.core

    def _asked(self, wish: Wish, gap: float) -> tuple[Whole, Whole | None]:
        """Ask the core, with the forced pairs of others.

        Returns the places of its pairs and whether each is chosen; None when that is impossible.
        """
        inside = np.zeros(len(wish.target), dtype=bool)
        inside[sorted(self.core)] = True
        of_core = inside[self.problem.pairs.entry] & (self.upper > 0)
        pairs = np.flatnonzero(of_core | (self.lower > 0))
        if self.programmes >= self.budget and not self.is_whole:
            raise Unknown(f"{self.programmes} programmes were solved, as many as it tries")
        if len(pairs) > MOST_PAIRS and not self.is_whole:
            raise Unknown(
                f"{len(self.core)} entries compete with each other, too many to prove more"
            )
        answer = self._programme(wish, pairs, gap)
        self.programmes += 1
        if answer.values is not None:
            return pairs, answer.values[: len(pairs)]
        if not answer.is_proven:
            raise Unknown("the programme for the entries that compete took too long")
        return pairs, None

    def _programme(self, wish: Wish, pairs: Whole, gap: float) -> Answer:
        rows = Rows()
        add_limits(rows, self.problem, pairs)
        exempt = self._add_wishes(rows, wish, pairs)
        spare = self._add_places(rows, pairs, len(pairs) + exempt)
        size = len(pairs) + exempt + spare
        gain = self.problem.pairs.weight[pairs] - self.utility.lowest
        cost = np.zeros(size)
        cost[: len(pairs)] = -(gain / max(1, int(gain.max(initial=1))))
        low, high = np.zeros(size), np.ones(size)
        low[: len(pairs)] = self.lower[pairs]
        high[len(pairs) + exempt :] = np.inf
        return solved(cost, rows, low, high, gap=gap)

    def _add_wishes(self, rows: Rows, wish: Wish, pairs: Whole) -> int:
        """Add what each entry is to have. Returns the number of columns for exemptions."""
        entry, gain = self.problem.pairs.entry[pairs], self.utility.gain[pairs]
        start = np.searchsorted(entry, np.arange(len(wish.target) + 1))
        column = len(pairs)
        exempt: list[list[tuple[int, int]]] = [[] for _ in wish.open]
        for one in sorted(self.core):
            here = np.arange(start[one], start[one + 1])
            steps = [int(wish.target[one])]
            if not wish.settled[one] and wish.open:
                steps = [*(level.value for level in wish.open), *steps]
            least = self.utility.sum_for(one, steps[0])
            scale = max(1, int(gain[here].max(initial=1)))
            if len(steps) == 1:
                rows.add(
                    np.zeros(len(here)), here, gain[here] / scale, [(least - 0.5) / scale], np.inf
                )
            for place, step in enumerate(steps[1:]):
                wanted = self.utility.sum_for(one, step)
                columns, values = np.append(here, column), np.append(gain[here], wanted - least)
                zeros = np.zeros(len(columns))
                rows.add(zeros, columns, values / scale, [(wanted - 0.5) / scale], np.inf)
                exempt[place].append((one, column))
                column += 1
        for level, columns_of in zip(wish.open, exempt, strict=True):
            if columns_of:
                columns = np.array([column for _, column in columns_of])
                rows.add(np.zeros(len(columns)), columns, 1, [-np.inf], level.count)
        if wish.other_than is not None:
            others = set(wish.other_than.tolist())
            columns = np.array([column for one, column in exempt[-1] if one in others])
            rows.add(np.zeros(len(columns)), columns, 1, [-np.inf], len(others) - 1)
        return column - len(pairs)

    def _add_places(self, rows: Rows, pairs: Whole, column: int) -> int:
        """Add that no seat is lost, nor a minimum. Returns the number of columns for what is missing."""
        problem = self.problem
        entry, judge = problem.pairs.entry[pairs], problem.pairs.judge[pairs]
        unfilled, short = self.missing(self.base)
        places = np.arange(len(pairs))
        seats = seats_limit(problem)
        empty = unfilled - int((problem.entries.demand - seats).sum())
        if empty == 0:
            core = np.array(sorted(self.core), dtype=np.int64)
            own = np.isin(entry, core)
            rows.add(np.searchsorted(core, entry[own]), places[own], 1, seats[core], seats[core])
        elif self.is_whole:
            rows.add(np.zeros(len(pairs)), places, 1, [int(seats.sum()) - empty], np.inf)
        watched = np.array(sorted(self.watched), dtype=np.int64)
        if self.is_whole:
            watched = np.arange(len(problem.judges.names))
        elif short:
            return 0
        if not len(watched):
            return 0
        here = np.isin(judge, watched)
        number = np.concatenate([np.searchsorted(watched, judge[here]), np.arange(len(watched))])
        spare = column + np.arange(len(watched))
        least = problem.judges.minimum[watched]
        rows.add(number, np.concatenate([places[here], spare]), 1, least, np.inf)
        rows.add(np.zeros(len(watched)), spare, 1, [-np.inf], short)
        return len(watched)

    def _completed(self, pairs: Whole, values: Whole) -> Whole:
        """Fix the core's seats and fill the others by one flow of greatest weighed total.

        Pairs that the plan of greatest total is far from using are first left out: the flow is then quicker.
        """
        lower, upper = self.lower.copy(), self.upper.copy()
        lower[pairs] = upper[pairs] = values
        is_heavy = (self.weight > 1)[self.problem.pairs.entry]
        near = self.near | is_heavy | (lower > 0)
        plan = self.best_within(lower, np.where(near, upper, 0))
        if self.missing(plan) == self.missing(self.base):
            return plan
        return self.best_within(lower, upper)

    def best_within(self, lower: Whole, upper: Whole) -> Whole:
        """Return the plan of greatest total, by the present weights, within bounds on the pairs."""
        pairs = self.problem.pairs
        weight = (pairs.weight - self.utility.lowest) * self.weight[pairs.entry]
        weighed = dataclasses.replace(self.problem, pairs=dataclasses.replace(pairs, weight=weight))
        chain = Chain.over(weighed)
        chain.lower[: len(lower)], chain.upper[: len(upper)] = lower, upper
        try:
            flow = chain.cheapest(total_terms(weighed))
        except ArithmeticError:
            raise Unknown("the scores span too much to be weighed") from None
        return flow[: len(lower)]


def missing_in(problem: Problem, chosen: Whole) -> tuple[int, int]:
    pairs = problem.pairs
    seats = int(problem.entries.demand.sum()) - int(chosen.sum())
    load = np.bincount(pairs.judge[chosen > 0], minlength=len(problem.judges.names))
    return seats, int(np.maximum(problem.judges.minimum - load, 0).sum())
