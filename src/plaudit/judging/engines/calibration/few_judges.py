"""The mixed model where a square matrix of judges fits: exact, with the variances' own uncertainty."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from plaudit.judging.engines.calibration.arrays import Draws, Floats
from plaudit.judging.engines.calibration.integration import Settings, settings_around
from plaudit.judging.engines.calibration.judges import Design
from plaudit.judging.engines.calibration.likelihood import Solved, solve
from plaudit.judging.engines.calibration.nesting import Nesting
from plaudit.judging.engines.calibration.posterior import Free, Posterior
from plaudit.judging.engines.calibration.restricted import Greatest, greatest
from plaudit.judging.engines.calibration.scores import Scores
from plaudit.judging.engines.calibration.sums import sizes_for, sums_of

MOST_JUDGES = 200
MOST_HELD = 6_000_000
MOST_WORK = 2_000_000
MOST_SETTINGS, LEAST_SETTINGS = 96, 24
SMALL = 400
NEAR_NOUGHT, AWAY = 0.02, 0.1


def are_few(scores: Scores) -> bool:
    """Return whether the exact way is affordable."""
    if scores.judges > MOST_JUDGES:
        return False
    held, work = sizes_for(scores)
    return held <= MOST_HELD and work <= MOST_WORK


def posterior_of_few(
    scores: Scores, design: Design, free: Free, *, draws: int, seed: int
) -> Posterior:
    """Return the posterior of the mixed model, blended over settings of the variances."""
    centre = float(scores.value.mean())
    sums = sums_of(scores, centre)

    def deviance(place: Floats) -> float:
        return solve(sums, free.ratios(place)).deviance

    best = best_of_all(deviance, free.count, is_small=scores.count <= SMALL)
    count = int(np.clip(2400 // scores.judges, LEAST_SETTINGS, MOST_SETTINGS))
    settings = settings_around(best, deviance, count)
    at_best = solve(sums, free.ratios(best.place))
    blend = _Blend(design, design.sums(scores.value - centre)[0], draws, seed)
    for place, weight, rows in zip(*_shared_out(settings, draws), strict=True):
        blend.add(solve(sums, free.ratios(place)), float(weight), rows)
    return blend.posterior(at_best)


def best_of_all(deviance: Callable[[Floats], float], size: int, *, is_small: bool) -> Greatest:
    """Return the greatest likelihood; of few scores it has now and then two peaks, so more starts are tried."""
    best = greatest(deviance, np.full(size, 0.8))
    for one in range(size if is_small else 0):
        start = best.place.copy()
        start[one] = NEAR_NOUGHT if start[one] > AWAY else 1.0
        other = greatest(deviance, start)
        if deviance(other.place) < deviance(best.place) - 1e-6:
            best = other
    return best


def _shared_out(settings: Settings, draws: int) -> tuple[Floats, Floats, list[slice]]:
    """Give each setting its share of the rows of draws, by weight."""
    ends = np.round(np.cumsum(settings.weights) * draws).astype(int)
    starts = np.concatenate(([0], ends[:-1]))
    rows = [slice(start, end) for start, end in zip(starts, ends, strict=True)]
    return settings.places, settings.weights, rows


class _Blend:
    """Means and variances of a mixture, gathered setting by setting."""

    def __init__(self, design: Design, totals: Floats, draws: int, seed: int) -> None:
        entries, judges = len(design.by_entry), len(design.by_judge)
        self.design = design
        self.totals = totals
        self.random = np.random.default_rng(seed)
        self.quality, self.quality_square = np.zeros(entries), np.zeros(entries)
        self.leniency, self.leniency_square = np.zeros(judges), np.zeros(judges)
        self.draws: Draws = np.empty((draws, entries), np.float32)

    def add(self, solved: Solved, weight: float, rows: slice) -> None:
        """Add one setting of this weight, and its draws."""
        design, ratios = self.design, solved.ratios
        nesting = Nesting.of(design.by_entry, design.category, ratios.entry, ratios.category)
        quality = nesting.solve(self.totals - design.met @ solved.leniency)
        columns = rows.stop - rows.start
        shift, leniency_variance = self._leniency_draws(solved, max(columns, 2))
        moved = nesting.solve(-(design.met @ shift))
        variance = solved.residual * (nesting.variances() + (moved**2).mean(axis=1))
        self.quality += weight * quality
        self.quality_square += weight * (quality**2 + variance)
        self.leniency += weight * solved.leniency
        self.leniency_square += weight * (solved.leniency**2 + solved.residual * leniency_variance)
        if columns:
            moved = moved[:, :columns] + nesting.deviations(self.random, columns)
            freedom = design.count - 1
            residual = solved.residual * freedom / self.random.chisquare(freedom, columns)
            self.draws[rows] = (quality[:, None] + np.sqrt(residual) * moved).T

    def _leniency_draws(self, solved: Solved, columns: int) -> tuple[Floats, Floats]:
        """Return draws of the judges' leniency about its mean, and its variance, in residual variances."""
        root = np.linalg.inv(solved.factor)
        scale = np.sqrt(solved.ratios.judge)
        noise = self.random.standard_normal((len(root), columns))
        return scale * (root.T @ noise), solved.ratios.judge * (root**2).sum(axis=0)

    def posterior(self, at_best: Solved) -> Posterior:
        return Posterior(
            quality=self.quality,
            leniency=self.leniency,
            quality_variance=self.quality_square - self.quality**2,
            leniency_variance=self.leniency_square - self.leniency**2,
            draws=self.draws,
            ratios=at_best.ratios,
            residual=at_best.residual,
        )
