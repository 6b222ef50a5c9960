"""The restricted likelihood of the variances, exactly, for few judges.

Harville (1977), Journal of the American Statistical Association 72: 320-338. The residual variance is
profiled out; entries, categories and the overall mean are eliminated by hand (see `nesting`), which
leaves a matrix of judges.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plaudit.judging.engines.calibration.arrays import Floats
from plaudit.judging.engines.calibration.sums import Sums

SMALLEST_SHARE = 1e-12
"""A residual sum of squares below this share of the total counts as this much."""


@dataclass(frozen=True, slots=True)
class Ratios:
    """Variances of entries, categories and judges, each divided by the residual variance."""

    entry: float
    category: float
    judge: float


@dataclass(frozen=True, slots=True)
class Solved:
    """The model solved at given ratios: minus twice the log-likelihood, and what the judges get."""

    deviance: float
    residual: float
    """The residual variance at its best."""
    leniency: Floats
    factor: Floats
    """The lower Cholesky factor of I + judge_ratio · M."""
    ratios: Ratios


def solve(sums: Sums, ratios: Ratios) -> Solved:
    """Solve the mixed model at these ratios."""
    share = 1 / (1 + ratios.entry * sums.readings)
    weight = ratios.entry * share
    information = (sums.readings * share) @ sums.entries
    category_total = share @ sums.totals
    seen = np.tensordot(share, sums.by_category, 1)
    category_share = 1 / (1 + ratios.category * information)
    known = float(category_share @ information)
    overall = float(category_share @ category_total)
    of_overall = category_share @ seen
    category_weight = ratios.category * category_share
    matrix = np.diag(sums.by_judge) - np.tensordot(weight, sums.meetings, 1)
    matrix -= (seen.T * category_weight) @ seen + np.outer(of_overall, of_overall) / known
    right = sums.judge_totals - weight @ sums.met_totals
    right -= (category_weight * category_total) @ seen + of_overall * (overall / known)
    identity = np.eye(len(right))
    factor = np.asarray(np.linalg.cholesky(identity + ratios.judge * matrix), np.float64)
    half = np.linalg.solve(factor, right)
    explained = (
        float(weight @ sums.entry_squares)
        + overall**2 / known
        + float(category_weight @ category_total**2)
        + ratios.judge * float(half @ half)
    )
    squares = max(sums.squares - explained, SMALLEST_SHARE * sums.squares)
    freedom = sums.count - 1
    deviance = (
        freedom * np.log(squares)
        - float(sums.entries.sum(axis=1) @ np.log(share))
        - float(np.log(category_share).sum())
        + np.log(known)
        + 2 * float(np.log(np.diag(factor)).sum())
    )
    leniency: Floats = ratios.judge * np.linalg.solve(factor.T, half)
    return Solved(float(deviance), squares / freedom, leniency, factor, ratios)
