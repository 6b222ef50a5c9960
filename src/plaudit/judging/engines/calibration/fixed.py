"""Least squares: an entry's value and a judge's leniency, each a number of its own, drawn to nothing.

score = entry + judge + chance. Fisher's two-way layout, as in MacKay, Kenna, Low and Parker (2017), Royal
Society Open Science 4: 160760. Leniencies add up to nought among judges who can be compared. Where parts of
the entries share no judge, nothing compares them: each part is set to the same mean.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plaudit.judging.engines.calibration.arrays import Draws, Floats, Integers
from plaudit.judging.engines.calibration.conjugate import conjugate_gradients
from plaudit.judging.engines.calibration.fit import CONFIDENCE, Fit, Variances
from plaudit.judging.engines.calibration.graph import Groups, groups_of
from plaudit.judging.engines.calibration.judges import Design
from plaudit.judging.engines.calibration.scores import Scores

MOST_EXACT = 200
PERTURBED_SCORES = 1_600_000
LEAST_SOLVES, MOST_SOLVES = 16, 400
EXACT, ROUGH = 1e-11, 2e-3
ALIKE = 1e-12


def fit_fixed(scores: Scores, *, draws: int, seed: int) -> Fit:
    """Fit entries and judges by least squares to ordered scores."""
    system = _FixedSystem(Design.of(scores), groups_of(scores))
    design, groups = system.design, system.groups
    centred = scores.value - scores.value.mean()
    quality, leniency = system.solve(*design.sums(centred), EXACT)
    left = centred - quality[scores.entry] - leniency[scores.judge]
    freedom = scores.count - scores.entries - scores.judges + groups.count
    quality = system.levelled(quality)
    residual = float(left @ left) / freedom if freedom > 0 else None
    if residual is not None and residual < ALIKE * float(centred.var()):
        residual = 0.0
    errors = _Errors(system, scores, np.random.default_rng(seed), draws)
    quality_variance, leniency_variance = errors.variances()
    spread = float(centred.var()) if residual is None else residual
    adjusted = quality + scores.value.mean()
    drawn = errors.draws(adjusted, spread, max(freedom, 1))
    reach = _reach(quality_variance, residual, freedom)
    judge_reach = _reach(leniency_variance, residual, freedom)
    return Fit(
        adjusted=adjusted,
        low=adjusted - reach,
        high=adjusted + reach,
        leniency=leniency,
        leniency_low=leniency - judge_reach,
        leniency_high=leniency + judge_reach,
        draws=drawn,
        variances=Variances(entry=None, judge=None, residual=residual),
        figures={"degrees_of_freedom": freedom},
    )


def _reach(variance: Floats, residual: float | None, freedom: int) -> Floats:
    """Return half the width of the interval; not a number where nothing can be said."""
    from scipy.special import stdtrit

    if residual is None:
        return np.full(len(variance), np.nan)
    times = float(stdtrit(freedom, (1 + CONFIDENCE) / 2))
    reach: Floats = times * np.sqrt(residual * np.maximum(variance, 0))
    return reach


@dataclass(frozen=True, slots=True)
class _FixedSystem:
    """The judges' matrix once entries are eliminated: singular, by one for each part."""

    design: Design
    groups: Groups

    def apply(self, leniency: Floats) -> Floats:
        design = self.design
        means = (design.met @ leniency) / design.by_entry[:, None]
        image: Floats = design.by_judge[:, None] * leniency - design.met_by_judge @ means
        return image

    def diagonal(self) -> Floats:
        design = self.design
        diagonal: Floats = design.by_judge - design.met_by_judge @ (1 / design.by_entry)
        return np.maximum(diagonal, 1e-9)

    def solve(self, by_entry: Floats, by_judge: Floats, tolerance: float) -> tuple[Floats, Floats]:
        """Return entries' values and judges' leniency; leniencies add up to nought in each part."""
        design = self.design
        right = by_judge - design.met_by_judge @ (by_entry / design.by_entry)
        leniency = conjugate_gradients(
            self.apply, self.diagonal(), right[:, None], tolerance=tolerance
        )[:, 0]
        leniency = about_their_mean(leniency, self.groups.of_judge)
        return (by_entry - design.met @ leniency) / design.by_entry, leniency

    def levelled(self, quality: Floats) -> Floats:
        """Set every part to the same mean, where there are several."""
        if self.groups.count == 1:
            return quality
        return about_their_mean(quality, self.groups.of_entry) + float(quality.mean())


def about_their_mean(values: Floats, group: Integers) -> Floats:
    """Return the values less their group's mean."""
    means: Floats = np.bincount(group, values) / np.bincount(group)
    return values - means[group]


class _Errors:
    """How far estimates lie from the truth, in residual standard deviations."""

    def __init__(
        self, system: _FixedSystem, scores: Scores, random: np.random.Generator, draws: int
    ) -> None:
        self.system, self.random, self.count = system, random, draws
        solves = int(np.clip(PERTURBED_SCORES // scores.count, LEAST_SOLVES, MOST_SOLVES))
        self.covariance = self._covariance() if scores.judges <= MOST_EXACT else None
        if self.covariance is None:
            self.leniency = self._solved(min(solves, draws))
        else:
            self.leniency = self._exact(self.covariance, draws)

    def _covariance(self) -> Floats:
        """Return the covariance of leniencies: the pseudo-inverse of the judges' matrix."""
        matrix = self.system.apply(np.eye(len(self.system.design.by_judge)))
        part = self.system.groups.of_judge
        flat = (part[:, None] == part[None, :]) / np.bincount(part)[part]
        inverse: Floats = np.linalg.inv((matrix + matrix.T) / 2 + flat) - flat
        return inverse

    def _exact(self, covariance: Floats, columns: int) -> Floats:
        values, vectors = np.linalg.eigh(covariance)
        noise = self.random.standard_normal((len(values), columns))
        shift: Floats = vectors @ (np.sqrt(np.maximum(values, 0))[:, None] * noise)
        return shift

    def _solved(self, columns: int) -> Floats:
        design = self.system.design
        found = [self.system.solve(*design.noise(self.random), ROUGH)[1] for _ in range(columns)]
        return np.column_stack(found)

    def _moved(self, columns: slice) -> Floats:
        design = self.system.design
        moved: Floats = (design.met @ self.leniency[:, columns]) / design.by_entry[:, None]
        return moved

    def variances(self) -> tuple[Floats, Floats]:
        """Return the variances of entries' values and of leniencies, in residual variances."""
        design = self.system.design
        if self.covariance is None:
            squares = np.zeros(len(design.by_entry))
            for column in range(self.leniency.shape[1]):
                squares += self._moved(slice(column, column + 1))[:, 0] ** 2
            of_leniency = (self.leniency**2).mean(axis=1)
            return 1 / design.by_entry + squares / self.leniency.shape[1], of_leniency
        through = design.met @ self.covariance
        both = np.asarray(design.met.multiply(through).sum(axis=1)).ravel()
        return 1 / design.by_entry + both / design.by_entry**2, np.diag(self.covariance)

    def draws(self, adjusted: Floats, residual: float, freedom: int) -> Draws:
        """Return equally likely sets of true values."""
        drawn: Draws = np.empty((self.count, len(adjusted)), np.float32)
        root = 1 / np.sqrt(self.system.design.by_entry)
        for row in range(self.count):
            column = row % self.leniency.shape[1]
            moved = self._moved(slice(column, column + 1))[:, 0]
            moved += root * self.random.standard_normal(len(adjusted))
            spread = np.sqrt(residual * freedom / self.random.chisquare(freedom))
            drawn[row] = adjusted + spread * self.system.levelled(moved)
        return drawn
