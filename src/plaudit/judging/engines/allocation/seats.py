"""Seat-lexicographic: the fewest seats of the worst score, then of the next, and so on, then the greatest total.

Scores are classes: each score its own while that is quick, otherwise bands of a twentieth of the range, but for
the worst seat, whose score is the best possible exactly. Several classes are met at once by prices that are
each (n + 1) times the next. Classes are first taken together in runs; only a run that cannot be
empty is looked at more closely, so that the many scores nobody need sit on cost almost nothing.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np

from plaudit.judging.engines.allocation.chain import Chain
from plaudit.judging.engines.allocation.limits import seats_limit
from plaudit.judging.engines.allocation.problem import Problem, Whole
from plaudit.judging.engines.allocation.terms import SOLVER_LIMIT, Level, Terms, cycle, total_terms

BANDS = 20
FEW_SCORES = 120
QUICK = 20_000_000
"""Each score is a class of its own while scores times pairs stay below."""

Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SeatLevels:
    """How finely seats were told apart: by each `is_every_score`, or the worst and then `bands`."""

    is_every_score: bool
    worst: int | None
    bands: tuple[Run, ...]


def seat_lexicographic(
    problem: Problem, *, may_move: bool = False, is_every_score: bool | None = None
) -> tuple[Chain, SeatLevels]:
    """Return the chain with every aim met, and the levels, in weights.

    Each score is a class where that is quick, unless told otherwise.
    """
    chain = Chain.over(problem)
    chain.meet("places", total_terms(problem, may_move=may_move, is_scored=False))
    scores = np.unique(problem.pairs.weight)
    if is_every_score is None:
        is_every_score = len(scores) <= FEW_SCORES or len(scores) * len(problem.pairs) <= QUICK
    found = _Search(chain, scores)
    while found.left and (is_every_score or found.worst is None):
        found.step()
    bands = _bands(scores, found.left)
    found.left = list(bands)
    while found.left:
        found.take()
    lowest = int(scores[0]) if len(scores) else 0
    chain.meet("total", Terms(score=1, lowest=lowest))
    shown = tuple((int(scores[low]), int(scores[high - 1])) for low, high in bands)
    return chain, SeatLevels(is_every_score, found.worst, shown)


class _Search:
    """Works upwards through runs of scores; `left` holds what is not settled, as places in `scores`."""

    def __init__(self, chain: Chain, scores: Whole) -> None:
        self.chain = chain
        self.scores = scores
        self.place = np.searchsorted(scores, chain.problem.pairs.weight)
        self.base = cycle(chain.problem) + 1
        self.worst: int | None = None
        self.at_once = 1
        while self.base ** (self.at_once + 1) * len(chain.network.supply) < SOLVER_LIMIT:
            self.at_once += 1
        self.left: list[Run] = _around(self._likely(), len(scores))

    def _likely(self) -> int:
        """Where the worst seat's score probably is: what the entry with the fewest good judges can have."""
        pairs, seats = self.chain.problem.pairs, seats_limit(self.chain.problem)
        order = np.lexsort((-pairs.weight, pairs.entry))
        last = np.searchsorted(pairs.entry, np.arange(len(seats))) + seats - 1
        found = self.place[order[last[seats > 0]]]
        return int(found.min()) if len(found) else 0

    def step(self) -> None:
        """Settle the lowest runs that are empty or one score; split the first that is neither."""
        runs = self.left[: self.at_once]
        flow = self.chain.cheapest(self._terms(runs))
        counts = self._counts(runs, flow)
        settled = 0
        for (low, high), count in zip(runs, counts, strict=True):
            if count and high - low > 1:
                break
            settled += 1
            if count and self.worst is None:
                self.worst = int(self.scores[low])
                break
        if settled:
            self._settle(runs[:settled], flow)
        if settled < len(runs) and counts[settled]:
            self.left[:1] = _split(self.left[0], self.at_once)

    def take(self) -> None:
        """Settle the lowest runs as they are."""
        runs = self.left[: self.at_once]
        self._settle(runs, self.chain.cheapest(self._terms(runs)))

    def _settle(self, runs: list[Run], flow: Whole) -> None:
        self.chain.meet("seats", self._terms(runs), flow)
        self.left = self.left[len(runs) :]

    def _terms(self, runs: list[Run]) -> Terms:
        dearest = len(runs) - 1
        return Terms(
            levels=tuple(
                Level(int(self.scores[low]), int(self.scores[high - 1]), self.base ** (dearest - n))
                for n, (low, high) in enumerate(runs)
            )
        )

    def _counts(self, runs: list[Run], flow: Whole) -> list[int]:
        used = np.bincount(
            self.place[flow[: self.chain.network.pairs] > 0], minlength=len(self.scores)
        )
        return [int(used[low:high].sum()) for low, high in runs]


def _around(place: int, count: int) -> list[Run]:
    """Cut all scores into runs that are the shorter the nearer they are below a place."""
    cuts = {0, *(place - back for back in (256, 16, 0) if place > back), place + 1, count}
    return list(itertools.pairwise(sorted(cut for cut in cuts if cut <= count)))


def _split(run: Run, parts: int) -> list[Run]:
    edges = np.unique(np.linspace(*run, parts + 1).round().astype(int)).tolist()
    return list(itertools.pairwise(edges))


def _bands(scores: Whole, left: list[Run]) -> list[Run]:
    """Cut what is left into bands of a twentieth of the whole range each."""
    if not left:
        return []
    first, last = left[0][0], len(scores)
    edges = np.linspace(float(scores[0]), float(scores[-1]), BANDS + 1)[1:-1]
    cuts = np.searchsorted(scores, edges)
    places = [first, *(int(cut) for cut in cuts if first < cut < last), last]
    return [run for run in itertools.pairwise(places) if run[0] < run[1]]
