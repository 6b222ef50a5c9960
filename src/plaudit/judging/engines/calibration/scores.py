"""What was scored by whom, as arrays, and the order in which the engine works through it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plaudit.judging.engines.calibration.arrays import Floats, Integers, sums_by


@dataclass(frozen=True, slots=True)
class Scores:
    """One score for each pair of judge and entry; higher is better.

    `entry` and `judge` number the entries and judges from nought, one item a score; `value` is the score;
    `category` is one item an entry, numbered from nought. Every entry and judge has a score or more.
    """

    entry: Integers
    judge: Integers
    value: Floats
    category: Integers
    judges: int

    @property
    def entries(self) -> int:
        return len(self.category)

    @property
    def categories(self) -> int:
        return int(self.category.max()) + 1 if len(self.category) else 0

    @property
    def count(self) -> int:
        return len(self.value)


@dataclass(frozen=True, slots=True)
class Order:
    """The numbers of the ordered scores' entries and judges in the scores as given."""

    entries: Integers
    judges: Integers


def in_order(scores: Scores) -> tuple[Scores, Order]:
    """Return the same scores in an order that follows from the scores alone, entries by category.

    Neither labels nor the order of the rows move it, so that random draws fall on the same entries; only
    entries or judges that cannot be told apart by their scores stay in the order given.
    """
    value = _rounded((scores.value - scores.value.mean()) / (scores.value.std() or 1.0))
    judge_key = _rounded(sums_by(scores.judge, _mixed(value), scores.judges))
    weighted = value * (1 + _mixed(judge_key)[scores.judge])
    entry_key = _rounded(sums_by(scores.entry, weighted, scores.entries))
    category_key = _rounded(sums_by(scores.category, _mixed(entry_key), scores.categories))
    by_entry = np.lexsort((entry_key, scores.category, category_key[scores.category]))
    weighted = value * (1 + _mixed(entry_key)[scores.entry])
    judge_key = _rounded(sums_by(scores.judge, weighted, scores.judges))
    by_judge = np.argsort(judge_key, kind="stable")
    new_entry, new_judge = inverse(by_entry), inverse(by_judge)
    first = scores.category[by_entry]
    changes = np.concatenate(([False], first[1:] != first[:-1]))
    entry, judge = new_entry[scores.entry], new_judge[scores.judge]
    row = np.argsort(entry * scores.judges + judge, kind="stable")
    ordered = Scores(entry[row], judge[row], scores.value[row], np.cumsum(changes), scores.judges)
    return ordered, Order(by_entry, by_judge)


def _mixed(values: Floats) -> Floats:
    """Spread values over -1 to 1, so that sums of them seldom meet by chance."""
    mixed: Floats = np.sin(values * 12.9898 + 4.1414)
    return mixed


def _rounded(values: Floats) -> Floats:
    return np.round(values, 7)


def inverse(order: Integers) -> Integers:
    """Return where each number stands in the order."""
    inverse = np.empty_like(order)
    inverse[order] = np.arange(len(order))
    return inverse
