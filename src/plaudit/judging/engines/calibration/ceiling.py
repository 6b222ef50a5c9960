"""How much wider intervals must be because a scale has a top, a bottom and steps.

A score cannot lie above ten. The linear model does not know it, and its intervals cover a little less
than they say. So scores are invented from the model, rounded to the steps and cut off at the ends of the
scale as it was used, and solved again: the intervals are widened until 90 per cent of the invented truths
lie inside.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plaudit.judging.engines.calibration.arrays import Floats
from plaudit.judging.engines.calibration.fit import CONFIDENCE
from plaudit.judging.engines.calibration.judges import Design, JudgeSystem
from plaudit.judging.engines.calibration.posterior import Posterior
from plaudit.judging.engines.calibration.scores import Scores

ENOUGH_ENTRIES = 30
INVENTED_ENTRIES = 4000
MOST_INVENTIONS = 20
WIDEST = 1.25
MANY_VALUES = 200


@dataclass(frozen=True, slots=True)
class Scale:
    least: float
    most: float
    step: float
    """Nought where the scores keep no steps."""

    def cut(self, values: Floats) -> Floats:
        """Round to the steps and cut off at the ends."""
        if self.step:
            values = self.least + self.step * np.round((values - self.least) / self.step)
        return np.clip(values, self.least, self.most)


def scale_of(values: Floats) -> Scale:
    """Return the scale as it was used: its ends, and its steps where the scores keep any."""
    seen = np.unique(values)
    step = 0.0
    if 1 < len(seen) <= MANY_VALUES:
        least = float(np.diff(seen).min())
        steps = (seen - seen[0]) / least
        step = least if np.allclose(steps, np.round(steps), atol=1e-6) else 0.0
    return Scale(float(seen[0]), float(seen[-1]), step)


def widening(scores: Scores, design: Design, posterior: Posterior, *, seed: int) -> float:
    """Return by how much to multiply the reach of intervals: one or more."""
    scale = scale_of(scores.value)
    if scores.entries < ENOUGH_ENTRIES or posterior.residual <= 0:
        return 1.0
    centre, larger = _before_the_cut(scores.value, scale)
    system = JudgeSystem.of(design, posterior.ratios)
    random = np.random.default_rng(seed + 2)
    spread = np.sqrt(np.maximum(posterior.quality_variance, 1e-300))
    found = []
    for _ in range(int(np.clip(INVENTED_ENTRIES // scores.entries, 1, MOST_INVENTIONS))):
        truth, values = _invent(scores, posterior, random, larger)
        values = scale.cut(values + centre)
        mean = values.mean()
        by_entry, by_judge = design.sums(values - mean)
        quality, _ = system.solve(by_entry[:, None], by_judge[:, None], tolerance=1e-3)
        found.append(np.abs(truth + centre - mean - quality[:, 0]) / spread)
    reached = float(np.quantile(np.concatenate(found), CONFIDENCE))
    return float(np.clip(reached / _normal_quantile(), 1.0, WIDEST))


def _normal_quantile() -> float:
    from scipy.special import ndtri

    return float(ndtri((1 + CONFIDENCE) / 2))


def _invent(
    scores: Scores, posterior: Posterior, random: np.random.Generator, larger: float
) -> tuple[Floats, Floats]:
    ratios = posterior.ratios
    unit = np.sqrt(posterior.residual) * larger
    truth = np.sqrt(ratios.entry) * random.standard_normal(scores.entries)
    truth += np.sqrt(ratios.category) * random.standard_normal(scores.categories)[scores.category]
    leniency = np.sqrt(ratios.judge) * random.standard_normal(scores.judges)
    noise = random.standard_normal(scores.count)
    return unit * truth, unit * (truth[scores.entry] + leniency[scores.judge] + noise)


def _before_the_cut(values: Floats, scale: Scale) -> tuple[float, float]:
    """Return the mean and how many times larger the spread must have been for the cut to leave what is seen."""
    points = np.linspace(-4, 4, 401)
    weights = np.exp(-(points**2) / 2)
    weights /= weights.sum()
    mean, spread = float(values.mean()), float(values.std())
    centre, latent = mean, spread
    for _ in range(30):
        cut = scale.cut(centre + latent * points)
        cut_mean = float(weights @ cut)
        cut_spread = float(np.sqrt(weights @ (cut - cut_mean) ** 2))
        centre += mean - cut_mean
        latent *= float(np.clip(spread / max(cut_spread, 1e-12), 0.8, 1.25))
        latent = min(latent, 2 * spread)
    return centre, latent / spread
