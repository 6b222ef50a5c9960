"""Which extra readings would settle a shortlist.

An entry is misranked when it belongs among the first k and is not put there, or the reverse. With merits
uncertain, the expected number of misranked entries is the sum of their chances of lying on the wrong side
of the line. A further reading is worth the fall in that number, looked at before the score is known
(Raiffa and Schlaifer 1961, Applied Statistical Decision Theory, on preposterior analysis). Readings are
chosen one at a time, the most useful first, each as if those before it had been made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
LEAST_GAIN = 1e-9
FURTHEST = 4


@dataclass(frozen=True, slots=True)
class Question:
    """A shortlist, and who may still read. Entries and judges are numbered from nought."""

    value: Floats
    draws: NDArray[np.float32]
    """Equally likely sets of merits, one set a row."""
    group: Integers
    """The group, such as the category, in which each entry is ranked."""
    top_k: int
    residual: float
    """The variance of a score about merit and leniency."""
    leniency_variance: Floats
    """How uncertain each judge's leniency is: a reading by a judge who is well known says more."""
    barred: Iterable[tuple[int, int]]
    """Pairs of entry and judge that may not be: read already, or in conflict."""
    left: Sequence[int]
    """How many readings each judge has time for."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    entry: int
    judge: int
    gain: float
    """By how much the expected number of misranked entries falls a reading, at its place in the list."""


@dataclass(frozen=True, slots=True)
class Line:
    """How far each entry lies from its group's line, in mean and variance, and its own variance."""

    gap: Floats
    variance: Floats
    own: Floats


def expected_misranked(question: Question) -> float:
    """Return how many entries are expected on the wrong side of the line as things stand."""
    line = _line(question)
    return float(_chance_of_wrong(line.gap, line.variance).sum())


def suggest_readings(question: Question, count: int) -> list[Suggestion]:
    """Return up to `count` pairs, the most useful first; fewer where nobody is left or nothing is gained.

    Of judges who would tell equally much the one with most time left is named.
    """
    line = _line(question)
    picker = _Picker(question)
    variance, own = line.variance.copy(), line.own.copy()
    judges = [picker.best_for(entry) for entry in range(len(own))]
    noise = np.array([picker.noise_of(judge) for judge in judges])
    gains = _gains(line.gap, variance, own, noise)
    found: list[Suggestion] = []
    while len(found) < count and len(gains):
        entry = int(gains.argmax())
        judge = judges[entry]
        if judge is None or gains[entry] <= LEAST_GAIN:
            break
        found.append(Suggestion(entry, judge, float(gains[entry])))
        learnt = own[entry] ** 2 / (own[entry] + noise[entry])
        own[entry] -= learnt
        variance[entry] = max(variance[entry] - learnt, 1e-12)
        moved = picker.take(entry, judge, judges)
        for other in moved:
            judges[other] = picker.best_for(other)
            noise[other] = picker.noise_of(judges[other])
        gains[moved] = _gains(line.gap[moved], variance[moved], own[moved], noise[moved])
    return found


class _Picker:
    """Who may read what, the most telling judge first."""

    def __init__(self, question: Question) -> None:
        self.noise = question.residual + np.maximum(question.leniency_variance, 0)
        self.left = list(question.left)
        self.barred: dict[int, set[int]] = defaultdict(set)
        for entry, judge in question.barred:
            self.barred[entry].add(judge)
        self.order = self._ordered()

    def best_for(self, entry: int) -> int | None:
        """Return the judge whose reading would tell most, of these the one with most time left."""
        barred = self.barred[entry]
        free = (judge for judge in self.order if self.left[judge] > 0 and judge not in barred)
        return next(free, None)

    def _ordered(self) -> list[int]:
        rounded = np.round(self.noise / max(float(self.noise.max()), 1e-300), 3)
        order: list[int] = np.lexsort((-np.array(self.left), rounded)).tolist()
        return order

    def noise_of(self, judge: int | None) -> float:
        return float("inf") if judge is None else float(self.noise[judge])

    def take(self, entry: int, judge: int, judges: list[int | None]) -> list[int]:
        """Mark the pair as used; return the entries for which the best judge must be looked for anew."""
        self.left[judge] -= 1
        self.barred[entry].add(judge)
        self.order = self._ordered()
        if self.left[judge] > 0:
            return [entry]
        return [other for other, best in enumerate(judges) if best == judge]


def _line(question: Question) -> Line:
    entries = len(question.value)
    gap, variance, own = (np.zeros(entries) for _ in range(3))
    gap[:] = np.inf
    by_group = np.argsort(question.group, kind="stable")
    ends = np.cumsum(np.bincount(question.group))
    for members in np.split(by_group, ends[:-1]):
        if len(members) <= question.top_k:
            continue
        drawn = question.draws[:, members].astype(np.float64)
        ordered = -np.sort(-drawn, axis=1)
        last_in, first_out = ordered[:, question.top_k - 1], ordered[:, question.top_k]
        rival = np.where(drawn >= last_in[:, None], first_out[:, None], last_in[:, None])
        from_line = drawn - rival
        gap[members], variance[members] = from_line.mean(axis=0), from_line.var(axis=0)
        own[members] = (drawn - drawn.mean(axis=1, keepdims=True)).var(axis=0)
    return Line(gap, np.maximum(variance, 1e-12), np.minimum(own, variance))


def _chance_of_wrong(gap: Floats, variance: Floats) -> Floats:
    from scipy.special import ndtr

    chance: Floats = ndtr(-np.abs(gap) / np.sqrt(variance))
    return chance


_POINTS, _WEIGHTS = np.polynomial.hermite_e.hermegauss(31)
_WEIGHTS = _WEIGHTS / _WEIGHTS.sum()


def _gains(gap: Floats, variance: Floats, own: Floats, noise: Floats) -> Floats:
    """Return by how much the chance of the wrong side falls a reading, with the best number of readings.

    One reading may be too little to move an entry across the line where several would: so the fall is that
    of up to `FURTHEST` readings, divided by their number (Frazier and Powell 2010, Decision Analysis 7:
    378-403).
    """
    most = np.zeros(len(gap))
    open_ = np.isfinite(gap) & np.isfinite(noise) & (own > 0)
    open_ &= np.abs(gap) < 8 * np.sqrt(variance)
    gap, variance, own, noise = gap[open_], variance[open_], own[open_], noise[open_]
    before, best = _chance_of_wrong(gap, variance), np.zeros(len(gap))
    for readings in range(1, FURTHEST + 1):
        learnt = np.minimum(own**2 / (own + noise / readings), 0.999 * variance)
        means = gap[:, None] + np.sqrt(learnt)[:, None] * _POINTS
        after = _chance_of_wrong(means, (variance - learnt)[:, None]) @ _WEIGHTS
        best = np.maximum(best, (before - after) / readings)
    most[open_] = best
    return most
