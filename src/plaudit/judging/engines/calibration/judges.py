"""The judges-only system: what is left to solve once entries are eliminated."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plaudit.judging.engines.calibration.arrays import Floats, Integers, Sparse, sums_by
from plaudit.judging.engines.calibration.conjugate import conjugate_gradients
from plaudit.judging.engines.calibration.likelihood import Ratios
from plaudit.judging.engines.calibration.nesting import Nesting
from plaudit.judging.engines.calibration.scores import Scores
from plaudit.judging.engines.calibration.sums import incidence

NEGLIGIBLE = 1e-9


@dataclass(frozen=True, slots=True)
class Design:
    """Who read what: the same for every setting of the variances."""

    met: Sparse
    """Entries × judges."""
    met_by_judge: Sparse
    by_entry: Floats
    by_judge: Floats
    category: Integers
    judge: Integers
    count: int

    @classmethod
    def of(cls, scores: Scores) -> Design:
        met = incidence(scores)
        return cls(
            met=met,
            met_by_judge=met.T.tocsr(),
            by_entry=np.bincount(scores.entry, minlength=scores.entries).astype(np.float64),
            by_judge=np.bincount(scores.judge, minlength=scores.judges).astype(np.float64),
            category=scores.category,
            judge=scores.judge,
            count=scores.count,
        )

    def noise(self, random: np.random.Generator) -> tuple[Floats, Floats]:
        """Return what chance of residual variance one adds to the sums by entry and by judge."""
        return self.sums(random.standard_normal(self.count))

    def sums(self, per_score: Floats) -> tuple[Floats, Floats]:
        """Return the sums by entry and by judge of one number a score (scores stand by entry)."""
        starts = np.concatenate(([0], np.cumsum(self.by_entry[:-1]))).astype(np.int64)
        by_judge = sums_by(self.judge, per_score, len(self.by_judge))
        return np.add.reduceat(per_score, starts), by_judge


@dataclass(frozen=True, slots=True)
class JudgeSystem:
    """The mixed model at given ratios of variances, with judges kept and entries eliminated."""

    design: Design
    ratios: Ratios
    nesting: Nesting

    @classmethod
    def of(cls, design: Design, ratios: Ratios) -> JudgeSystem:
        nesting = Nesting.of(design.by_entry, design.category, ratios.entry, ratios.category)
        return cls(design, ratios, nesting)

    def apply(self, leniency: Floats) -> Floats:
        """Multiply by the matrix of the judges."""
        own = (self.design.by_judge + 1 / self.ratios.judge)[:, None] * leniency
        through = self.design.met_by_judge @ self.nesting.solve(self.design.met @ leniency)
        image: Floats = own - through
        return image

    def solve(
        self,
        by_entry: Floats,
        by_judge: Floats,
        *,
        tolerance: float,
        start: Floats | None = None,
    ) -> tuple[Floats, Floats]:
        """Return entries' values and judges' leniency for sums by entry and by judge, a column a problem."""
        if self.ratios.judge <= NEGLIGIBLE:
            return self.nesting.solve(by_entry), np.zeros_like(by_judge)
        right = by_judge - self.design.met_by_judge @ self.nesting.solve(by_entry)
        diagonal = self.design.by_judge + 1 / self.ratios.judge
        leniency = conjugate_gradients(
            self.apply, diagonal, right, tolerance=tolerance, start=start
        )
        return self.nesting.solve(by_entry - self.design.met @ leniency), leniency
