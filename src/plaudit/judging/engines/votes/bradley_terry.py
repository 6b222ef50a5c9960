"""Bradley and Terry's strengths from who was put above whom, with a prior that keeps them finite.

P(i above j) = 1 / (1 + exp(s_j - s_i)), s ~ Normal(0, prior_sd²) (Bradley and Terry 1952; the posterior mode, by
Newton's method). A ballot counts as all the pairs it puts in order, so intervals are for independent
comparisons; of ranked ballots they are somewhat too narrow.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve
from scipy.special import expit

from plaudit.judging.engines.votes.ballots import Profile
from plaudit.judging.engines.votes.pairs import preferences

RULE = "Bradley-Terry, posterior mode under a normal prior; candidates a ballot leaves out are not compared"
STEPS = 100


@dataclass(frozen=True)
class Strength:
    """A candidate's strength on the logit scale, and its standard error."""

    value: float
    error: float


def bradley_terry(profile: Profile, *, prior_sd: float = 1.0) -> dict[str, Strength]:
    """Return each candidate's strength. Raises ValueError for a prior that is not more than nothing."""
    if not 0 < prior_sd < float("inf"):
        raise ValueError("The prior's standard deviation must be more than 0.")
    wins = preferences(profile, unranked_below=False).astype(float)
    values, errors = strengths(wins, prior_sd)
    return {
        name: Strength(float(value), float(error))
        for name, value, error in zip(profile.candidates, values, errors, strict=True)
    }


def strengths(
    wins: NDArray[np.float64], prior_sd: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return posterior mode and standard errors, for `wins` [i, j]: how often i was put above j."""
    precision = prior_sd**-2
    played = wins + wins.T
    values = np.zeros(len(wins))
    for _ in range(STEPS):
        chance = expit(values[:, None] - values[None, :])
        slope = (wins - played * chance).sum(axis=1) - precision * values
        factor = cho_factor(_curvature(played, chance, precision))
        step = cho_solve(factor, slope)
        values += step * min(1.0, 4.0 / max(float(np.abs(step).max()), 1e-300))
        if np.abs(step).max() < 1e-12:
            break
    chance = expit(values[:, None] - values[None, :])
    inverse = np.linalg.inv(_curvature(played, chance, precision))
    return values, np.sqrt(np.diag(inverse))


def _curvature(
    played: NDArray[np.float64], chance: NDArray[np.float64], precision: float
) -> NDArray[np.float64]:
    weight = played * chance * (1 - chance)
    curvature: NDArray[np.float64] = np.diag(weight.sum(axis=1) + precision) - weight
    return curvature
