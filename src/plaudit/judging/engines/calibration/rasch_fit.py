from __future__ import annotations

import numpy as np

from plaudit.judging.engines.calibration.arrays import Draws, Floats
from plaudit.judging.engines.calibration.fit import CONFIDENCE, Fit, Variances
from plaudit.judging.engines.calibration.rasch import Information, Measures, Ratings, measure
from plaudit.judging.engines.calibration.rating_scale import level_chances, moments

PERTURBED_RATINGS = 400_000
LEAST_SOLVES, MOST_SOLVES = 8, 200
GRID = np.linspace(-40, 40, 4001)
LEAST_LEFT = 0.25
"""At least this share of the ratings counts as left over by the measures, be they ever so many."""


def fit_rasch(ratings: Ratings, values: Floats, *, draws: int, seed: int) -> Fit:
    """Fit the rating scale model. `values` are the scores that the levels stand for, in order.

    Adjusted values are fair averages: the score to expect of the average judge on the average criterion.
    """
    from scipy.special import ndtri

    found = measure(ratings)
    mean, weight = moments(found.logits(ratings), found.thresholds)
    information = Information.of(ratings, weight)
    merit, severity = found.facets[0], found.facets[1]
    drawn, variance, judge_variance = _errors(information, draws, seed)
    wider = float(np.sqrt(_dispersion(ratings, found, mean, weight)))
    times = float(ndtri((1 + CONFIDENCE) / 2)) * wider
    reach, judge_reach = times * np.sqrt(variance), times * np.sqrt(judge_variance)
    fair = level_chances(GRID, found.thresholds) @ values
    middle = float(merit.mean())

    def as_score(logit: Floats) -> Floats:
        return np.interp(logit, GRID, fair)

    def as_leniency(logit: Floats) -> Floats:
        return as_score(middle - logit) - as_score(np.array([middle]))

    drawn *= np.float32(wider)
    drawn += merit.astype(np.float32)
    return Fit(
        adjusted=as_score(merit),
        low=as_score(merit - reach),
        high=as_score(merit + reach),
        leniency=as_leniency(severity),
        leniency_low=as_leniency(severity + judge_reach),
        leniency_high=as_leniency(severity - judge_reach),
        draws=drawn,
        variances=Variances(entry=None, judge=None, residual=None),
        figures={
            **_report(ratings, found, information, mean, values),
            "interval_widening": round(wider, 4),
        },
        warnings=[] if found.converged else [
            "The Rasch measures did not settle; some scores may be too few or too regular for them."
        ],
    )  # fmt: skip


def _dispersion(ratings: Ratings, found: Measures, mean: Floats, weight: Floats) -> float:
    """Return by how much the variance of errors passes what the model says; one or more.

    The squared misfit over its expectation, on the ratings that are left over once every measure has been
    fitted to them (McCullagh and Nelder 1989, Generalized Linear Models, section 9.2). Joint estimates of few
    ratings each are stretched (Wright and Douglas 1977), and judges find more or less in an entry than its merit.
    """
    count = len(ratings.level)
    fitted = sum(size - 1 for size in ratings.sizes) + len(found.thresholds)
    left = max(count - fitted, LEAST_LEFT * count)
    misfit = float(((ratings.level - mean) ** 2).sum()) / float(weight.sum())
    return max(1.0, misfit * count / left)


def _errors(information: Information, draws: int, seed: int) -> tuple[Draws, Floats, Floats]:
    """Return draws of merits about their estimates, and variances of merits and severities, in logits."""
    random = np.random.default_rng(seed + 1)
    ratings, weight = information.ratings, information.weight
    solves = int(np.clip(PERTURBED_RATINGS // len(weight), LEAST_SOLVES, MOST_SOLVES))
    drawn: Draws = np.empty((draws, ratings.sizes[0]), np.float32)
    square, kept_square = np.zeros(ratings.sizes[0]), np.zeros(sum(ratings.sizes[1:]))
    root = 1 / np.sqrt(information.by_entry)
    for number in range(solves):
        noise = np.sqrt(weight) * random.standard_normal(len(weight))
        _, kept = information.solve(information.entry_sums(noise), -information.gather(noise), 1e-2)
        kept = _about_facet_means(kept, ratings)
        moved = information.entry_sums(weight * information.spread(kept)) / information.by_entry
        square += moved**2
        kept_square += kept**2
        for row in range(number * draws // solves, (number + 1) * draws // solves):
            drawn[row] = moved + root * random.standard_normal(len(root))
    of_judges = (kept_square / solves)[: ratings.sizes[1]]
    return drawn, 1 / information.by_entry + square / solves, of_judges


def _about_facet_means(kept: Floats, ratings: Ratings) -> Floats:
    pieces = np.split(kept, np.cumsum(ratings.sizes[1:-1]))
    return np.concatenate([piece - piece.mean() for piece in pieces])


def _report(
    ratings: Ratings, found: Measures, information: Information, mean: Floats, values: Floats
) -> dict[str, object]:
    left, weight = (ratings.level - mean) ** 2, information.weight
    report: dict[str, object] = {"thresholds": found.thresholds.tolist(), "levels": values.tolist()}
    for number, name in enumerate(("entries", "judges", "criteria")[: len(ratings.facets)]):
        facet, size = ratings.facets[number], ratings.sizes[number]
        held = np.maximum(np.bincount(facet, weight, size), 1e-12)
        count = np.maximum(np.bincount(facet, minlength=size), 1)
        report[name] = {
            "measure": found.facets[number].tolist(),
            "error": (1 / np.sqrt(held)).tolist(),
            "infit": (np.bincount(facet, left, size) / held).tolist(),
            "outfit": (np.bincount(facet, left / weight, size) / count).tolist(),
        }
    return report
