from __future__ import annotations

import numpy as np

from plaudit.judging.engines.calibration.arrays import Draws, Floats
from plaudit.judging.engines.calibration.ceiling import widening
from plaudit.judging.engines.calibration.fit import Fit
from plaudit.judging.engines.calibration.judges import NEGLIGIBLE, Design, JudgeSystem
from plaudit.judging.engines.calibration.likelihood import Ratios
from plaudit.judging.engines.calibration.mixed import as_fit, posterior_of
from plaudit.judging.engines.calibration.posterior import Free, Posterior
from plaudit.judging.engines.calibration.scaled import State, first_state, habits_of
from plaudit.judging.engines.calibration.scaled_design import Habits, ScaledDesign
from plaudit.judging.engines.calibration.scores import Scores
from plaudit.judging.engines.calibration.simulation import invented

PERTURBED_SCORES = 1_600_000
LEAST_SOLVES, MOST_SOLVES = 16, 200
EXACT, ROUGH = 1e-9, 2e-3


def fit_scaled(scores: Scores, *, draws: int, seed: int) -> Fit:
    """Fit the mixed model with each judge's scale and noise to ordered scores, two judges or more."""
    design = Design.of(scores)
    free = Free(judge=True, category=scores.categories > 1)
    plain = posterior_of(scores, design, free, draws=16, seed=seed)
    state = habits_of(scores, first_state(scores, plain.ratios, plain.residual), seed)
    posterior = _posterior(scores, state, plain, draws, seed)
    wider = widening(scores, design, plain, seed=seed)
    fit = as_fit(scores, posterior, free, wider)
    fit.figures["judges"] = {
        "scale": state.habits.scale.tolist(),
        "noise": np.sqrt(state.habits.noise).tolist(),
    }
    return fit


def _posterior(scores: Scores, state: State, plain: Posterior, draws: int, seed: int) -> Posterior:
    quality, leniency, _ = _solved(scores, state, state.habits, EXACT)
    random = np.random.default_rng(seed + 1)
    solves = int(
        np.clip(PERTURBED_SCORES // scores.count, LEAST_SOLVES, max(min(draws, MOST_SOLVES), 2))
    )
    drawn: Draws = np.empty((draws, scores.entries), np.float32)
    given, square = np.zeros(scores.entries), np.zeros(scores.entries)
    leniency_square = np.zeros(scores.judges)
    for number in range(solves):
        merit, felt, system = _solved(scores, state, _drawn_habits(state, random), ROUGH)
        shift = _error(system, random)
        moved = merit + system.nesting.solve(-(system.design.met @ shift))
        given += system.nesting.variances()
        square += (moved - quality) ** 2
        leniency_square += (felt + shift - leniency) ** 2
        for row in range(number * draws // solves, (number + 1) * draws // solves):
            drawn[row] = moved + system.nesting.deviations(random, 1)[:, 0]
    return Posterior(
        quality=quality,
        leniency=leniency,
        quality_variance=(given + square) / solves,
        # The plain model knows that the variance of few judges is uncertain; this one does not.
        leniency_variance=np.maximum(leniency_square / solves, plain.leniency_variance),
        draws=drawn,
        ratios=_as_ratios(state),
        residual=state.common,
    )


def _as_ratios(state: State) -> Ratios:
    found, common = state.variances, state.common
    return Ratios(found.entry / common, found.category / common, found.judge / common)


def _solved(
    scores: Scores, state: State, habits: Habits, tolerance: float
) -> tuple[Floats, Floats, JudgeSystem]:
    design = ScaledDesign.by_habits(scores, habits)
    system = JudgeSystem.of(design, state.variances)
    by_entry, by_judge = design.sums(scores.value - scores.value.mean())
    quality, leniency = system.solve(by_entry[:, None], by_judge[:, None], tolerance=tolerance)
    return quality[:, 0], leniency[:, 0], system


def _drawn_habits(state: State, random: np.random.Generator) -> Habits:
    count = len(state.habits.scale)
    scale = state.habits.scale + np.sqrt(state.scale_variance) * random.standard_normal(count)
    noise = state.habits.noise * state.freedom / random.chisquare(state.freedom)
    return Habits(np.clip(scale, 0.1, 4.0), noise)


def _error(system: JudgeSystem, random: np.random.Generator) -> Floats:
    """Return one draw of the judges' leniency about its mean."""
    made = invented(system.design, system.ratios, random, 1)
    if system.ratios.judge <= NEGLIGIBLE:
        return np.zeros(len(system.design.by_judge))
    _, leniency = system.solve(made.by_entry, made.by_judge, tolerance=ROUGH)
    return made.leniency[:, 0] - leniency[:, 0]
