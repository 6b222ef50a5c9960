"""Kemeny's order: the ranking with the fewest disagreements with the voters, found exactly.

A disagreement is a voter and a pair of candidates whom the voter ranks the other way round (Kemeny 1959).
Found as an integer programme over "i above j" with every triangle's rows (Conitzer, Davenport and Kalagnanam,
*Improved bounds for computing Kemeny rankings*, AAAI 2006), by HiGHS through scipy. Where several rankings are
best, that is said, and the pairs on which they differ are named.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from plaudit.judging.engines.votes.ballots import Profile
from plaudit.judging.engines.votes.pairs import preferences

MOST_CANDIDATES = 40
RULE = "Kemeny, exact; candidates whom a ballot does not rank are below those it ranks"


class TooManyCandidates(ValueError):
    """There are more than 40 candidates."""


@dataclass(frozen=True)
class KemenyOrder:
    """A best order, its disagreements, and another best order if there is one.

    Where there is another, the order is a tie, unless a casting vote chose it: then `is_settled`.
    """

    order: tuple[str, ...]
    disagreements: int
    other: tuple[str, ...] | None
    is_settled: bool = False

    @property
    def open_pairs(self) -> list[tuple[str, str]]:
        """The pairs that the two best orders put differently."""
        if self.other is None or self.is_settled:
            return []
        place = {name: number for number, name in enumerate(self.other)}
        return [pair for pair in combinations(self.order, 2) if place[pair[0]] > place[pair[1]]]


def kemeny(profile: Profile, casting: tuple[str, ...] | None = None) -> KemenyOrder:
    """Return a best order. Among several, the one nearest to `casting`, an order of all candidates, if given;
    among equally near ones, that which puts the first of `casting` highest, then the second, and so on.

    Raises TooManyCandidates.
    """
    count = len(profile.candidates)
    if count > MOST_CANDIDATES:
        raise TooManyCandidates(
            f"{count} candidates are more than the {MOST_CANDIDATES} for whom Kemeny's order can be found exactly."
        )
    if count == 1:
        return KemenyOrder(profile.candidates, 0, None)
    above = preferences(profile, unranked_below=True)
    model = _Model(above)
    best = model.solve()
    cost = model.cost_of(best)
    other = model.solve(at_most=cost, different_from=best)
    if other is not None and casting is not None:
        best = model.nearest(cost, [profile.candidates.index(name) for name in casting])
    named = [
        None if order is None else tuple(profile.candidates[i] for i in order)
        for order in (best, other)
    ]
    return KemenyOrder(named[0] or (), cost, named[1], other is not None and casting is not None)


class _Model:
    """x[i, j] = 1 for i < j: i is above j."""

    def __init__(self, above: NDArray[np.int64]) -> None:
        self.above, self.count = above, len(above)
        self.pairs = list(combinations(range(self.count), 2))
        self.place = {pair: number for number, pair in enumerate(self.pairs)}
        rows, columns = np.array(self.pairs).T
        self.fixed = int(above[rows, columns].sum())
        self.cost = (above[columns, rows] - above[rows, columns]).astype(float)
        self.triangles = self._triangles()

    def _triangles(self) -> LinearConstraint | None:
        """For i < j < k: 0 <= x_ij + x_jk - x_ik <= 1."""
        threes = np.array(list(combinations(range(self.count), 3)))
        if len(threes) == 0:
            return None
        i, j, k = threes.T
        columns = [
            [self.place[pair] for pair in zip(a, b, strict=True)]
            for a, b in (
                (i.tolist(), j.tolist()),
                (j.tolist(), k.tolist()),
                (i.tolist(), k.tolist()),
            )
        ]
        number = len(threes)
        matrix = coo_array(
            (
                np.repeat([1.0, 1.0, -1.0], number),
                (np.tile(np.arange(number), 3), np.concatenate(columns)),
            ),
            shape=(number, len(self.pairs)),
        )
        return LinearConstraint(matrix.tocsr(), 0, 1)

    def solve(
        self, *, at_most: int | None = None, different_from: list[int] | None = None
    ) -> list[int] | None:
        """Return a cheapest order; or one that costs `at_most` and differs, None if there is none."""
        extra = []
        if at_most is not None:
            extra.append(LinearConstraint(self.cost[None, :], -np.inf, at_most - self.fixed + 0.5))
        if different_from is not None:
            extra.append(self._other_than(different_from))
        return self._solved(self.cost if at_most is None else np.zeros(len(self.pairs)), extra)

    def nearest(self, cost: int, wished: list[int]) -> list[int]:
        """Return, of the orders of that cost, the one nearest to the wished."""
        chosen = self._chosen(wished)
        aim = np.where(chosen, -1.0, 1.0)
        limits = [LinearConstraint(self.cost[None, :], -np.inf, cost - self.fixed + 0.5)]
        found = self._solved(aim, limits) or wished
        for candidate in [None, *wished]:
            if candidate is not None:
                aim = self._counting_above(candidate)
                found = self._solved(aim, limits) or found
            reached = float(aim @ self._chosen(found))
            limits.append(LinearConstraint(aim[None, :], -np.inf, reached + 0.5))
            if self._solved(np.zeros(len(self.pairs)), [*limits, self._other_than(found)]) is None:
                break
        return found

    def _counting_above(self, candidate: int) -> NDArray[np.float64]:
        """Return weights whose sum tells, but for a constant, how many stand above the candidate."""
        return np.array([float(j == candidate) - float(i == candidate) for i, j in self.pairs])

    def _other_than(self, order: list[int]) -> LinearConstraint:
        chosen = self._chosen(order)
        signs = np.where(chosen, -1.0, 1.0)
        return LinearConstraint(signs[None, :], 1 - chosen.sum(), np.inf)

    def cost_of(self, order: list[int] | None) -> int:
        """Return the disagreements of the order."""
        chosen = self._chosen(order or [])
        return self.fixed + round(float(self.cost[chosen].sum()))

    def _chosen(self, order: list[int]) -> NDArray[np.bool_]:
        place = {candidate: number for number, candidate in enumerate(order)}
        return np.array([place[i] < place[j] for i, j in self.pairs])

    def _solved(self, cost: NDArray[np.float64], extra: list[LinearConstraint]) -> list[int] | None:
        constraints = [*extra, *([self.triangles] if self.triangles is not None else [])]
        found = milp(
            cost,
            integrality=np.ones(len(self.pairs)),
            bounds=Bounds(0, 1),
            constraints=constraints,
        )
        if found.x is None:
            return None
        wins = np.zeros(self.count, dtype=int)
        for (i, j), is_above in zip(self.pairs, np.rint(found.x).astype(bool), strict=True):
            wins[i if is_above else j] += 1
        return [int(i) for i in np.argsort(-wins, kind="stable")]
