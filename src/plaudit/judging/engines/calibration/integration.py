"""Several settings of the variances in place of the best one, weighted by how well each explains the scores.

With few judges or entries the variances are themselves uncertain, and intervals that take the best
setting for the truth are too narrow. The settings are a low-discrepancy sequence (Roberts 2018, a
generalisation of the golden ratio) passed through Student's t around the best setting, and are weighted
by importance. The prior of each ratio of standard deviations is half-Cauchy (Gelman 2006, Bayesian
Analysis 1: 515-534), of scale 1: it matters only where scores say little.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from plaudit.judging.engines.calibration.arrays import Floats
from plaudit.judging.engines.calibration.restricted import Greatest

FREEDOM = 5.0
WIDEST = 1.5
"""No setting is sought further than some times this from the best, in residual standard deviations."""
LIGHTEST = 1e-4


@dataclass(frozen=True, slots=True)
class Settings:
    places: Floats
    """One row a setting: ratios of standard deviations."""
    weights: Floats


def settings_around(best: Greatest, deviance: Callable[[Floats], float], count: int) -> Settings:
    """Return `count` settings, without those of no weight, their weights adding up to one."""
    from scipy.special import stdtr, stdtrit

    size = len(best.place)
    spread = _spread(best)
    below = stdtr(FREEDOM, -best.place / spread)
    uniform = below + (1 - below) * _even_points(count, size)
    offset = stdtrit(FREEDOM, uniform)
    places = np.maximum(best.place + spread * offset, 1e-9)
    proposed = -(FREEDOM + 1) / 2 * np.log1p(offset**2 / FREEDOM)
    likelihood = np.array([-deviance(place) / 2 for place in places])
    prior = -np.log1p(places**2)
    weights = likelihood + (prior - proposed).sum(axis=1)
    weights = np.exp(weights - weights.max())
    kept = weights > LIGHTEST * weights.sum()
    return Settings(places[kept], weights[kept] / weights[kept].sum())


def _spread(best: Greatest) -> Floats:
    values, vectors = np.linalg.eigh(best.curvature / 2)
    values = np.maximum(values, 1 / WIDEST**2)
    spread: Floats = 1.2 * np.sqrt(((vectors**2) / values).sum(axis=1))
    return np.minimum(spread, WIDEST * (1 + best.place))


def _even_points(count: int, size: int) -> Floats:
    root = 2.0
    for _ in range(40):
        root = (1 + root) ** (1 / (size + 1))
    steps = root ** -np.arange(1.0, size + 1)
    points: Floats = (0.5 + np.outer(np.arange(1, count + 1), steps)) % 1
    return np.clip(points, 1e-6, 1 - 1e-6)
