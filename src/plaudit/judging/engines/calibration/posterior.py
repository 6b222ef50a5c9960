"""What the mixed model believes once it has seen the scores."""

from __future__ import annotations

from dataclasses import dataclass

from plaudit.judging.engines.calibration.arrays import Draws, Floats
from plaudit.judging.engines.calibration.likelihood import Ratios


@dataclass(frozen=True, slots=True)
class Free:
    """Which ratios the scores can say anything of: judges need company, categories too."""

    judge: bool
    category: bool

    @property
    def count(self) -> int:
        return 1 + self.judge + self.category

    def ratios(self, place: Floats) -> Ratios:
        """Turn ratios of standard deviations (entry, then those that are free) into ratios of variances."""
        squares = iter(place**2)
        return Ratios(
            entry=float(next(squares)),
            judge=float(next(squares)) if self.judge else 0.0,
            category=float(next(squares)) if self.category else 0.0,
        )


@dataclass(frozen=True, slots=True)
class Posterior:
    """Means and variances of entries' true values and of judges' leniency, and joint draws of the values.

    `quality` and `draws` are deviations from the mean score. `ratios` and `residual` are the restricted
    maximum likelihood estimates.
    """

    quality: Floats
    leniency: Floats
    quality_variance: Floats
    leniency_variance: Floats
    draws: Draws
    ratios: Ratios
    residual: float
