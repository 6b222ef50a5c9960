"""The mixed model with two habits more for each judge: how widely and how steadily they score.

score = mean + leniency + scale · (category + entry) + chance of the judge's own variance. Scales vary
about one; a judge's variance is drawn towards the common one as far as judges are seen to be alike
(Smyth 2004, Statistical Applications in Genetics and Molecular Biology 3: 3). Fitted by expectation and
maximisation over drawn merits; intervals allow for uncertain habits.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plaudit.judging.engines.calibration.arrays import Floats, counts_of
from plaudit.judging.engines.calibration.judges import JudgeSystem
from plaudit.judging.engines.calibration.likelihood import Ratios
from plaudit.judging.engines.calibration.scaled_design import Habits, ScaledDesign
from plaudit.judging.engines.calibration.scores import Scores
from plaudit.judging.engines.calibration.simulation import invented

ROUNDS = 25
DRAWN_SCORES = 160_000
TOLERANCE = 1e-4
CLOSE = 4e-3
UNSETTLED = 1e-3
"""The share of judges who may still be moving when the rest have settled."""
START_SPREAD = 0.04
LEAST_SPREAD = 1e-4


@dataclass(frozen=True, slots=True)
class State:
    """Everything the scaled model estimates. Variances are absolute, not ratios."""

    habits: Habits
    variances: Ratios
    scale_spread: float
    """The variance of scales about one."""
    steadiness: float
    """How many scores' worth the common variance counts for a judge's own."""
    common: float
    scale_variance: Floats
    """How uncertain each judge's scale is."""
    freedom: Floats
    """How many scores' worth each judge's variance rests on."""


@dataclass(frozen=True, slots=True)
class Moments:
    """What the drawn merits and leniencies say of each judge's habits, in sums over their scores."""

    squares: Floats
    products: Floats
    left: Floats
    entry: float
    category: float
    judge: float


def habits_of(scores: Scores, start: State, seed: int) -> State:
    """Estimate the habits of the judges, from a mixed model's estimates on."""
    state = start
    columns = int(np.clip(DRAWN_SCORES // scores.count, 4, 16))
    solved: Floats | None = None
    for _ in range(ROUNDS):
        moments, solved = _expected(scores, state, columns, seed, solved)
        moved = _maximised(scores, state, moments)
        changes = np.abs(moved.habits.scale - state.habits.scale)
        state = moved
        if np.quantile(changes, 1 - UNSETTLED) < CLOSE:
            break
    return state


def first_state(scores: Scores, ratios: Ratios, residual: float) -> State:
    """Return judges all alike, with the variances of the mixed model."""
    habits = Habits(np.ones(scores.judges), np.full(scores.judges, residual))
    variances = Ratios(ratios.entry * residual, ratios.category * residual, ratios.judge * residual)
    alike = np.full(scores.judges, START_SPREAD)
    return State(habits, variances, START_SPREAD, 10.0, residual, alike, alike)


def _expected(
    scores: Scores, state: State, columns: int, seed: int, start: Floats | None
) -> tuple[Moments, Floats]:
    """Return the moments, and the leniencies from which the next round's solve can start."""
    design = ScaledDesign.by_habits(scores, state.habits)
    system = JudgeSystem.of(design, state.variances)
    centred = scores.value - scores.value.mean()
    by_entry, by_judge = design.sums(centred)
    made = invented(design, state.variances, np.random.default_rng(seed), columns)
    quality, leniency = system.solve(
        np.column_stack((by_entry, made.by_entry)),
        np.column_stack((by_judge, made.by_judge)),
        tolerance=TOLERANCE,
        start=start,
    )
    solved = leniency
    quality = quality[:, :1] + made.quality - quality[:, 1:]
    leniency = leniency[:, :1] + made.leniency - leniency[:, 1:]
    squares, products, left = (np.zeros(scores.judges) for _ in range(3))
    scale = state.habits.scale[scores.judge]
    for column in range(columns):
        merit = quality[:, column][scores.entry]
        over = centred - leniency[:, column][scores.judge]
        squares += np.bincount(scores.judge, merit**2, scores.judges)
        products += np.bincount(scores.judge, merit * over, scores.judges)
        left += np.bincount(scores.judge, (over - scale * merit) ** 2, scores.judges)
    entry, category = _spread_of_entries(system, quality, state)
    found = Moments(
        squares / columns, products / columns, left / columns, entry, category,
        float((leniency**2).mean()),
    )  # fmt: skip
    return found, solved


def _spread_of_entries(system: JudgeSystem, quality: Floats, state: State) -> tuple[float, float]:
    """Return the expected squares of entries about their category and of categories about the mean."""
    starts, category = system.nesting.starts, system.nesting.category
    counts = np.bincount(category).astype(np.float64)
    about = quality - quality.mean(axis=0)
    means = np.add.reduceat(about, starts) / counts[:, None]
    within = (about - means[category]) ** 2
    entries, groups = len(category), len(starts)
    entry = float(within.sum() / quality.shape[1] / max(entries - groups, 1))
    if groups < 2:
        return entry, 0.0
    between = float((counts[:, None] * means**2).sum() / quality.shape[1])
    spread = (between - (groups - 1) * entry) / (entries - float(counts @ counts) / entries)
    return entry, max(spread, 1e-6 * entry)


def _maximised(scores: Scores, state: State, moments: Moments) -> State:
    noise = state.habits.noise
    precision = 1 / state.scale_spread + moments.squares / noise
    scale = (1 / state.scale_spread + moments.products / noise) / precision
    scale = np.clip(scale, 0.1, 4.0).astype(np.float64)
    spread = max(float(((scale - 1) ** 2 + 1 / precision).mean()), LEAST_SPREAD)
    counts = counts_of(scores.judge, scores.judges)
    left = moments.left + 1e-12
    steadiness, common = shrinkage(left / counts, counts)
    noise = np.asarray((steadiness * common + left) / (steadiness + counts), np.float64)
    variances = Ratios(moments.entry, moments.category, moments.judge)
    return State(
        Habits(scale, noise), variances, spread, steadiness, common, 1 / precision,
        steadiness + counts,
    )  # fmt: skip


def shrinkage(variances: Floats, freedom: Floats) -> tuple[float, float]:
    """Return the prior's degrees of freedom and variance for judges' own variances (Smyth 2004, section 6)."""
    from scipy.special import digamma, polygamma

    half = freedom / 2
    logs = np.log(variances) - digamma(half) + np.log(half)
    excess = float(np.var(logs) - polygamma(1, half).mean()) if len(logs) > 2 else 0.0
    if excess <= 0.005:
        return 400.0, float(np.exp(logs.mean()))
    prior = 2 * _inverse_trigamma(excess)
    return float(np.clip(prior, 3, 400)), float(
        np.exp(logs.mean() + digamma(prior / 2) - np.log(prior / 2))
    )


def _inverse_trigamma(value: float) -> float:
    from scipy.special import polygamma

    guess = 0.5 + 1 / value
    for _ in range(30):
        trigamma = float(polygamma(1, guess))
        step = trigamma * (1 - trigamma / value) / float(polygamma(2, guess))
        guess += step
        if abs(step) < 1e-8 * guess:
            break
    return guess
