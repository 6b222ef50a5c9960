"""The rating scale of Andrich (1978), Psychometrika 43: 561-573: chances of each level for a logit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plaudit.judging.engines.calibration.arrays import Floats, Integers, sums_by

POINTS = 20_000
MANY = 100_000
"""From so many logits on they are told by a grid."""


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
    if len(logit) < MANY:
        chances = level_chances(logit, thresholds)
        mean = chances @ level
        return mean, np.maximum(chances @ level**2 - mean**2, 1e-12)
    grid = Grid.of(logit)
    chances = level_chances(grid.points, thresholds)
    mean = chances @ level
    variance = np.maximum(chances @ level**2 - mean**2, 1e-12)
    return grid.between(mean), grid.between(variance)


def threshold_step(logit: Floats, thresholds: Floats, at_least: Floats) -> Floats:
    """Return Newton's step for the thresholds; `at_least` counts ratings of level k or higher, k from one."""
    weight = np.ones(len(logit))
    if len(logit) >= MANY:
        grid = Grid.of(logit)
        logit, weight = grid.points, grid.shares()
    chances = level_chances(logit, thresholds)
    above = np.cumsum(chances[:, ::-1], axis=1)[:, ::-1][:, 1:]
    sums = weight @ above
    size = len(thresholds)
    higher = np.maximum.outer(np.arange(size), np.arange(size))
    curvature = sums[higher] - above.T @ (weight[:, None] * above)
    ridge = 1e-9 * float(np.trace(curvature)) + 1e-12
    return np.asarray(
        np.linalg.solve(curvature + ridge * np.eye(size), sums - at_least), np.float64
    )


@dataclass(frozen=True, slots=True)
class Grid:
    """Many logits told by evenly spaced ones, each shared between its two neighbours.

    Functions of the logit are looked up with an error of some ten-millionths, where working each out takes
    an exponential a level and a rating.
    """

    points: Floats
    cell: Integers
    part: Floats

    @classmethod
    def of(cls, logit: Floats) -> Grid:
        least, most = float(logit.min()), float(logit.max())
        step = (most - least) / POINTS or 1.0
        place = (logit - least) / step
        cell = np.minimum(place.astype(np.int64), POINTS - 1)
        return cls(least + step * np.arange(POINTS + 1.0), cell, place - cell)

    def between(self, values: Floats) -> Floats:
        """Return for each logit what the values at the points make of it."""
        found: Floats = values[self.cell] + self.part * np.diff(values)[self.cell]
        return found

    def shares(self) -> Floats:
        """Return how many logits stand at each point."""
        shares = sums_by(self.cell, 1 - self.part, POINTS + 1)
        shares[1:] += sums_by(self.cell, self.part, POINTS)
        return shares
