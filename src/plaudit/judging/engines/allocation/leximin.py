"""Leximin over entries: the worst-off as well off as can be, then the next worst-off, and so on.

How well off an entry is: the mean score of its judges (`fair.utility`). For any plan, the k-th lowest mean is
at most the k-th lowest of what entries could have alone ("solo bounds"): a plan that reaches these up to rank k
needs no other proof, and anybody can check it by hand. Where entries want the same judges the level itself
is sought between what is reached and what is proven impossible (`fair.core`). After Kobren, Saha, McCallum, Paper
matching with local fairness constraints (2019), and Stelmakh, Shah, Singh, PeerReview4All (2021), with proofs.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from plaudit.judging.engines.allocation.chain import Chain
from plaudit.judging.engines.allocation.fair.core import (
    FEASIBLE,
    Flags,
    Level,
    Room,
    Unknown,
    Wish,
)
from plaudit.judging.engines.allocation.fair.utility import Utility, solo_bounds
from plaudit.judging.engines.allocation.limits import over_time
from plaudit.judging.engines.allocation.potentials import reduced_costs
from plaudit.judging.engines.allocation.problem import Whole

SMALL_PAIRS = 400
SMALL_ENTRIES = 25
FINAL_ROUNDS = 20
FEW_PAIRS = 5_000
AT_ONCE = 30
"""Entries that are lifted in one step; the others follow when the first have their place."""


@dataclass(frozen=True, slots=True)
class Fairness:
    """What leximin proved: the `proven` lowest means, ascending, `solo` of them by solo bounds alone.

    `stopped` says why it ends there; it is empty when every entry's place is proven.
    """

    proven: tuple[float, ...]
    entries: int
    solo: int
    stopped: str
    best_total: int
    is_exact: bool


def leximin(chain: Chain, base: Whole, *, at_once: bool | None = None) -> tuple[Whole, Fairness]:
    """Return the plan and what is proven of it. `base` is the plan of greatest total, with the chain's proofs.

    Small problems are asked `at_once`, every entry in one programme, unless told otherwise.
    """
    problem = chain.problem
    utility = Utility.of(problem)
    lower, upper = chain.network.lower[: len(base)].copy(), np.ones(len(base), dtype=np.int64)
    kept = problem.pairs.kept
    lower[kept] = upper[kept] = base[kept]
    entries = int((problem.entries.demand > 0).sum())
    if at_once is None:
        at_once = len(base) <= SMALL_PAIRS and entries <= SMALL_ENTRIES
    room = Room(problem, utility, lower, upper, base, at_once, _near(chain, base))
    search = _Search(room, solo_bounds(utility, lower, upper), base)
    goal = entries if at_once else _goal(entries)
    stopped = search.run(goal)
    chosen, means = search.plan, np.sort(utility.of_plan(search.plan)[problem.entries.demand > 0])
    proven = _agreeing(search.levels, means.tolist())
    if not stopped and proven < entries:
        stopped = f"the {goal} worst-off of {entries} entries were asked for"
    solo = np.sort(search.bounds[problem.entries.demand > 0])[:proven]
    is_exact = utility.is_exact and problem.is_exact
    lowest = [utility.score(level) for level in search.levels[:proven]]
    fairness = Fairness(
        tuple(lowest if is_exact else utility.means_of(chosen)[:proven]),
        entries,
        _agreeing(solo.tolist(), means.tolist()),
        stopped,
        int((problem.pairs.weight * base).sum()),
        is_exact,
    )
    return chosen, fairness


def _near(chain: Chain, base: Whole) -> Flags:
    """The pairs of the plan of greatest total, and a quarter of the others: those that cost it least."""
    proof = chain.proofs[-1]
    cost = proof.terms.of(chain.problem, chain.network)
    reduced = reduced_costs(chain.network, cost, proof.potential)[: len(base)]
    if len(base) < FEW_PAIRS:
        return np.ones(len(base), dtype=bool)
    found: Flags = (reduced <= np.quantile(reduced, 0.25)) | (base > 0)
    return found


def _goal(entries: int) -> int:
    return max(100, -(-entries // 100))


def _agreeing(first: list[int], second: list[int]) -> int:
    """The length of the beginning that two lists share."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count


@dataclass(slots=True)
class _Search:
    """`levels` are the proven lowest utilities; `settled` entries stand for them, each with its `required` own.

    `open` levels are those that different entries could take: how many is proven, which is not. Entries that are not
    settled have at least `floor`, but for the open levels; `plan` is so.
    """

    room: Room
    bounds: Whole
    plan: Whole
    levels: list[int] = field(default_factory=list)
    open: list[Level] = field(default_factory=list)
    floor: int = 0
    settled: Flags = field(init=False)
    required: Whole = field(init=False)

    def __post_init__(self) -> None:
        self.settled = self.room.problem.entries.demand == 0
        self.required = np.zeros(len(self.bounds), dtype=np.int64)

    def run(self, goal: int) -> str:
        """Prove up to `goal` levels. Returns why it stopped before, or an empty text."""
        goal = min(goal, int((~self.settled).sum()))
        try:
            while len(self.levels) < goal:
                if self.open or not self._jump(goal - len(self.levels)):
                    self._next_level()
        except Unknown as reason:
            return str(reason)
        finally:
            self._take_greatest_total()
        return ""

    def _take_greatest_total(self) -> None:
        """Exchange the plan for one of greater total that is proven as far.

        All who would then fall below keep their judges; in the end nobody does.
        """
        if self.room.is_whole:
            plan = self._fulfilled(self.floor, gap=0.0)
            self.plan = self.plan if plan is None else plan
            return
        target = np.where(self.settled, self.required, 0 if self.open else self.floor)
        fixed = self.settled | bool(self.open)
        entry, weight = self.room.problem.pairs.entry, self.room.problem.pairs.weight
        self.room.weight[:] = 1
        for _ in range(FINAL_ROUNDS):
            own = fixed[entry]
            lower = np.where(own, self.plan, self.room.lower)
            plan = self.room.best_within(lower, np.where(own, self.plan, self.room.upper))
            below = self.room.utility.of_plan(plan) < target
            if not below.any():
                is_whole = self.room.missing(plan) == self.room.missing(self.plan)
                if is_whole and not len(over_time(self.room.problem, plan)):
                    self.plan = plan if weight @ plan > weight @ self.plan else self.plan
                return
            fixed |= below

    def _fulfilled(
        self,
        target: int | Whole,
        *more: Level,
        other_than: Whole | None = None,
        gap: float = FEASIBLE,
    ) -> Whole | None:
        wanted = np.where(self.settled, self.required, target)
        wish = Wish(wanted, self.settled, (*self.open, *more), other_than)
        return self.room.fulfil(wish, self.plan, gap=gap)

    def _jump(self, most: int) -> int:
        """Settle as many entries as can have their solo bound, of those with the lowest. Returns how many."""
        waiting = np.flatnonzero(~self.settled)
        order = waiting[np.argsort(self.bounds[waiting], kind="stable")]
        low, high = self._reached(order, most), most
        is_bracketed = False
        while low < high:
            middle = (low + high + 1) // 2 if is_bracketed else high
            middle = min(middle, self._within_reach(order))
            if middle <= low:
                break
            try:
                plan = self._fulfilled(np.minimum(self.bounds, self.bounds[order[middle - 1]]))
            except Unknown:
                plan = None
            if plan is None:
                high, is_bracketed = middle - 1, True
            else:
                self.plan = plan
                low = max(middle, self._reached(order, most))
        for entry in order[:low].tolist():
            self.settled[entry], self.required[entry] = True, self.bounds[entry]
            self.levels.append(int(self.bounds[entry]))
            self.floor = self.levels[-1]
        return low

    def _within_reach(self, order: Whole) -> int:
        """How many of the lowest solo bounds may be asked for without moving more than a few entries."""
        utility = self.room.utility.of_plan(self.plan)[order]
        lacking = np.sort(utility[utility < self.bounds[order]])
        if len(lacking) <= AT_ONCE:
            return len(order)
        return int(np.searchsorted(self.bounds[order], lacking[AT_ONCE], side="right"))

    def _reached(self, order: Whole, most: int) -> int:
        """How many of the lowest solo bounds the plan reaches already, with nobody else below them."""
        utility = self.room.utility.of_plan(self.plan)[order]
        full = np.append(utility >= self.bounds[order], [False])
        count = min(int(np.argmin(full)), most)
        below = int(utility[count:].min(initial=np.iinfo(np.int64).max))
        return int(np.searchsorted(self.bounds[order[:count]], below, side="right"))

    def _next_level(self) -> None:
        """Find the highest level for the next worst-off, how few need be so low, and whether others could be."""
        waiting = ~self.settled
        count = self.open[-1].count if self.open else 0
        low = self._lowest(waiting, count)
        high = int(np.sort(self.bounds[waiting])[count])
        while low < high:
            level = np.sort(self.room.utility.of_plan(self.plan)[waiting])
            reach = int(level[min(count + AT_ONCE, len(level) - 1)])
            middle = max(low + 1, min((low + high + 1) // 2, reach))
            plan = self._fulfilled(middle)
            if plan is None:
                high = middle - 1
            else:
                self.plan = plan
                low = self._lowest(waiting, count)
        lowest = self._fewest(low, count)
        self.levels += [low] * (len(lowest) - count)
        here = Level(low, len(lowest))
        if not self.open and self._are_the_only(lowest, here):
            self.settled[lowest], self.required[lowest] = True, low
        else:
            self.open.append(here)
        self.floor = low + 1

    def _lowest(self, waiting: Flags, count: int) -> int:
        return int(np.sort(self.room.utility.of_plan(self.plan)[waiting])[count])

    def _fewest(self, level: int, before: int) -> Whole:
        """Return the entries at or below the level in a plan with the fewest of them."""
        waiting = ~self.settled
        must = int((self.bounds[waiting] <= level).sum())
        while True:
            found = np.flatnonzero(waiting & (self.room.utility.of_plan(self.plan) <= level))
            if len(found) <= max(must, before + 1):
                return found
            plan = self._fulfilled(level + 1, Level(level, len(found) - 1))
            if plan is None:
                return found
            self.plan = plan

    def _are_the_only(self, lowest: Whole, here: Level) -> bool:
        """Whether no other entries could be the ones at the level."""
        if (self.bounds[lowest] <= here.value).all():
            return True
        return self._fulfilled(here.value + 1, here, other_than=lowest) is None
