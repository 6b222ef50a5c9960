"""Entries nested in categories, under one overall mean: the part of the model that is solved by hand.

With `m` the overall mean (flat prior), `c` a category's deviation and `u` an entry's deviation, the
matrix of entries is an arrow: given `m` and `c` every entry stands alone. All variances here are
ratios to the residual variance.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plaudit.judging.engines.calibration.arrays import Floats, Integers


@dataclass(frozen=True, slots=True)
class Nesting:
    """The posterior of entries' true scores given all judges: N(A⁻¹r, A⁻¹).

    `precision` is what the scores of an entry say of it (their number, where all weigh alike); `starts`
    is the first entry of each category (entries stand by category).
    """

    precision: Floats
    starts: Integers
    entry_ratio: float
    category_ratio: float
    share: Floats
    """s = 1 / (1 + precision · entry_ratio), one an entry."""
    information: Floats
    """H, what the scores of a category say of its mean."""
    category_share: Floats
    total: float
    """What all scores say of the overall mean."""
    category: Integers

    @classmethod
    def of(
        cls, precision: Floats, category: Integers, entry_ratio: float, category_ratio: float
    ) -> Nesting:
        starts = np.flatnonzero(np.concatenate(([True], category[1:] != category[:-1])))
        share = 1 / (1 + precision * entry_ratio)
        information = np.add.reduceat(share * precision, starts)
        category_share = 1 / (1 + information * category_ratio)
        total = float(category_share @ information)
        return cls(
            precision, starts, entry_ratio, category_ratio, share, information, category_share,
            total, category,
        )  # fmt: skip

    def solve(self, right: Floats) -> Floats:
        """Return A⁻¹ r for the entries' right-hand sides, of shape (entries,) or (entries, columns)."""
        share, category_share = _shaped(self.share, right), _shaped(self.category_share, right)
        sums = np.add.reduceat(share * right, self.starts)
        mean = (self.category_share @ sums) / self.total
        means = category_share * (mean + self.category_ratio * sums)
        solved: Floats = share * (self.entry_ratio * right + means[self.category])
        return solved

    def deviations(self, random: np.random.Generator, columns: int) -> Floats:
        """Return draws from N(0, A⁻¹), of shape (entries, columns)."""
        mean = random.standard_normal((1, columns)) / np.sqrt(self.total)
        category_share = self.category_share[:, None]
        means = category_share * mean
        if self.category_ratio:
            noise = random.standard_normal((len(self.starts), columns))
            means = means + np.sqrt(self.category_ratio * category_share) * noise
        share = self.share[:, None]
        drawn = random.standard_normal((len(self.share), columns))
        drawn *= np.sqrt(self.entry_ratio * share)
        drawn += share * means[self.category]
        return drawn

    def variances(self) -> Floats:
        """Return the diagonal of A⁻¹."""
        of_means = self.category_ratio * self.category_share + self.category_share**2 / self.total
        return self.entry_ratio * self.share + self.share**2 * of_means[self.category]


def _shaped(values: Floats, like: Floats) -> Floats:
    return values if like.ndim == 1 else values[:, None]
