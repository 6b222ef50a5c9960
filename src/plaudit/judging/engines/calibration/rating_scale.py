"""The rating scale of Andrich (1978), Psychometrika 43: 561-573: chances of each level for a logit."""

from __future__ import annotations

import numpy as np

from plaudit.judging.engines.calibration.arrays import Floats

AT_ONCE = 200_000


def level_chances(logit: Floats, thresholds: Floats) -> Floats:
    """Return the chance of every level, of shape (logits, levels)."""
    steps = np.arange(len(thresholds) + 1)
    heights = np.multiply.outer(logit, steps) - np.concatenate(([0.0], np.cumsum(thresholds)))
    heights -= heights.max(axis=-1, keepdims=True)
    np.exp(heights, out=heights)
    heights /= heights.sum(axis=-1, keepdims=True)
    chances: Floats = heights
    return chances


def moments(logit: Floats, thresholds: Floats) -> tuple[Floats, Floats]:
    """Return the mean and the variance of the level for each logit."""
    level = np.arange(len(thresholds) + 1.0)
    mean, variance = np.empty(len(logit)), np.empty(len(logit))
    for first in range(0, len(logit), AT_ONCE):
        part = slice(first, first + AT_ONCE)
        chances = level_chances(logit[part], thresholds)
        mean[part] = chances @ level
        variance[part] = chances @ level**2 - mean[part] ** 2
    return mean, np.maximum(variance, 1e-12)


def threshold_step(logit: Floats, thresholds: Floats, at_least: Floats) -> Floats:
    """Return Newton's step for the thresholds; `at_least` counts ratings of level k or higher, k from one."""
    size = len(thresholds)
    slope, curvature = -at_least.copy(), np.zeros((size, size))
    for first in range(0, len(logit), AT_ONCE):
        chances = level_chances(logit[first : first + AT_ONCE], thresholds)
        above = np.cumsum(chances[:, ::-1], axis=1)[:, ::-1][:, 1:]
        sums = above.sum(axis=0)
        slope += sums
        higher = np.maximum.outer(np.arange(size), np.arange(size))
        curvature += sums[higher] - above.T @ above
    ridge = 1e-9 * float(np.trace(curvature)) + 1e-12
    return np.asarray(np.linalg.solve(curvature + ridge * np.eye(size), slope), np.float64)
