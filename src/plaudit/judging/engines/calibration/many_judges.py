"""The mixed model for any number of judges, by conjugate gradients; a draw is a solve of perturbed scores.

Papandreou and Yuille (2010), Advances in Neural Information Processing Systems 23: the error of the
solution for scores invented from the model is a draw from the posterior.
"""

from __future__ import annotations

import numpy as np

from plaudit.judging.engines.calibration.arrays import Draws, Floats
from plaudit.judging.engines.calibration.average_information import estimate
from plaudit.judging.engines.calibration.judges import NEGLIGIBLE, Design, JudgeSystem
from plaudit.judging.engines.calibration.posterior import Free, Posterior
from plaudit.judging.engines.calibration.scores import Scores
from plaudit.judging.engines.calibration.simulation import invented

EXACT, ROUGH = 1e-9, 2e-3
PERTURBED_SCORES = 1_600_000
LEAST_SOLVES, MOST_SOLVES = 16, 400
AT_ONCE = 8


def posterior_of_many(
    scores: Scores, design: Design, free: Free, *, draws: int, seed: int
) -> Posterior:
    """Return the posterior of the mixed model at the estimated variances."""
    centred = scores.value - scores.value.mean()
    found = estimate(design, centred, has_categories=free.category, seed=seed)
    system = JudgeSystem.of(design, found.ratios)
    by_entry, by_judge = design.sums(centred)
    quality, leniency = system.solve(by_entry[:, None], by_judge[:, None], tolerance=EXACT)
    gathered = _Perturbed(system, np.random.default_rng(seed + 1), draws)
    wanted = int(np.clip(PERTURBED_SCORES // design.count, LEAST_SOLVES, min(draws, MOST_SOLVES)))
    for first in range(0, wanted, AT_ONCE):
        rows = slice(first * draws // wanted, min(first + AT_ONCE, wanted) * draws // wanted)
        gathered.add(quality[:, 0], found.residual, min(AT_ONCE, wanted - first), rows)
    quality_variance, leniency_variance = gathered.variances(wanted)
    return Posterior(
        quality=quality[:, 0],
        leniency=leniency[:, 0],
        quality_variance=found.residual * quality_variance,
        leniency_variance=found.residual * leniency_variance,
        draws=gathered.draws,
        ratios=found.ratios,
        residual=found.residual,
    )


class _Perturbed:
    """Draws of the posterior, and sums of their squares, in residual variances.

    Given all other unknowns each has a known variance; only what its mean varies is taken from the draws
    (Rao-Blackwell), so that a few draws make a good variance.
    """

    def __init__(self, system: JudgeSystem, random: np.random.Generator, draws: int) -> None:
        design = system.design
        self.system = system
        self.random = random
        self.given = system.nesting.variances()
        through = design.met_by_judge @ self.given
        self.diagonal = design.by_judge + 1 / max(system.ratios.judge, NEGLIGIBLE) - through
        self.quality_squares = np.zeros(len(design.by_entry))
        self.leniency_squares = np.zeros(len(design.by_judge))
        self.draws: Draws = np.empty((draws, len(design.by_entry)), np.float32)

    def add(self, quality: Floats, residual: float, columns: int, rows: slice) -> None:
        """Solve for this many inventions, and fill these rows with draws, sharing the solves out."""
        system = self.system
        shift = self._leniency_errors(columns)
        moved = system.nesting.solve(-(system.design.met @ shift))
        self.quality_squares += (moved**2).sum(axis=1)
        for row in range(rows.start, rows.stop):
            column = (row - rows.start) % columns
            own = system.nesting.deviations(self.random, 1)[:, 0]
            self.draws[row] = quality + np.sqrt(residual) * (moved[:, column] + own)

    def _leniency_errors(self, columns: int) -> Floats:
        system = self.system
        made = invented(system.design, system.ratios, self.random, columns)
        if system.ratios.judge <= NEGLIGIBLE:
            return np.zeros_like(made.leniency)
        _, leniency = system.solve(made.by_entry, made.by_judge, tolerance=ROUGH)
        shift: Floats = made.leniency - leniency
        mean = shift - system.apply(shift) / self.diagonal[:, None]
        self.leniency_squares += (mean**2).sum(axis=1)
        return shift

    def variances(self, solves: int) -> tuple[Floats, Floats]:
        """Return the variances of the entries' values and of the judges' leniency."""
        if self.system.ratios.judge <= NEGLIGIBLE:
            return self.given, np.zeros_like(self.diagonal)
        of_leniency = 1 / self.diagonal + self.leniency_squares / solves
        return self.given + self.quality_squares / solves, of_leniency
