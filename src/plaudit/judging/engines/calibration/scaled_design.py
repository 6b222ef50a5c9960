"""Judges who use the scale more or less widely, and more or less steadily, as weights on their scores."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plaudit.judging.engines.calibration.arrays import Floats, Integers, sums_by
from plaudit.judging.engines.calibration.judges import Design
from plaudit.judging.engines.calibration.scores import Scores


@dataclass(frozen=True, slots=True)
class Habits:
    """How a judge scores: `scale` multiplies the entry's merit, `noise` is the variance of what is left."""

    scale: Floats
    noise: Floats


@dataclass(frozen=True, slots=True)
class ScaledDesign(Design):
    """A design in which a score counts by its judge's habits; its sums are weighted sums."""

    starts: Integers
    scale_weight: Floats
    """scale / noise, one a score: what a score says of its entry, before multiplying by the scale."""
    weight: Floats
    """1 / noise, one a score."""
    scale: Floats

    @classmethod
    def by_habits(cls, scores: Scores, habits: Habits) -> ScaledDesign:
        from scipy.sparse import csr_array

        scale, weight = habits.scale[scores.judge], 1 / habits.noise[scores.judge]
        readings = np.bincount(scores.entry, minlength=scores.entries)
        starts = np.concatenate(([0], np.cumsum(readings[:-1])))
        pointer = np.concatenate((starts, [scores.count]))
        met = csr_array(
            (scale * weight, scores.judge, pointer), shape=(scores.entries, scores.judges)
        )
        return cls(
            met=met,
            met_by_judge=met.T.tocsr(),
            by_entry=np.add.reduceat(scale**2 * weight, starts),
            by_judge=sums_by(scores.judge, weight, scores.judges),
            category=scores.category,
            judge=scores.judge,
            count=scores.count,
            starts=starts,
            scale_weight=scale * weight,
            weight=weight,
            scale=scale,
        )

    def sums(self, per_score: Floats) -> tuple[Floats, Floats]:
        by_judge = sums_by(self.judge, self.weight * per_score, len(self.by_judge))
        return np.add.reduceat(self.scale_weight * per_score, self.starts), by_judge

    def noise(self, random: np.random.Generator) -> tuple[Floats, Floats]:
        return self.sums(random.standard_normal(self.count) / np.sqrt(self.weight))
