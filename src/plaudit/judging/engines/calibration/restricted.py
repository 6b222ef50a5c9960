"""Where the restricted likelihood is greatest: Newton's method over the ratios of standard deviations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from plaudit.judging.engines.calibration.arrays import Floats

STEP = 2e-4
ROUNDS = 60
LARGEST_RATIO = 1e3
"""Standard deviations are sought up to this many times the residual one."""
CLOSE = 1e-7
FINE_STEP = 2e-3
FINE_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Greatest:
    """The place of the greatest likelihood and the curvature of the deviance there."""

    place: Floats
    curvature: Floats


def greatest(deviance: Callable[[Floats], float], start: Floats) -> Greatest:
    """Minimise a smooth function that is even in each argument, starting inside the positive corner.

    Even, because it depends on squares: so it needs no bound at nought, and differences may step across.
    """
    place, value, damping = start.copy(), deviance(start), 1.0
    slope, curvature = _differences(deviance, place, value)
    for _ in range(ROUNDS):
        step = _damped_step(slope, curvature, damping)
        reach = np.max(np.abs(step) / (np.abs(place) + 0.3))
        tried = np.clip(np.abs(place + step / max(1.0, reach)), 0, LARGEST_RATIO)
        tried_value = deviance(tried)
        if tried_value <= value + 1e-10:
            moved = np.max(np.abs(tried - place) / (1e-3 + place))
            place, value, damping = tried, tried_value, damping * 0.1
            slope, curvature = _differences(deviance, place, value)
            if moved < CLOSE:
                break
        else:
            damping = max(damping * 8, 1e-3)
            if damping > 1e12:
                break
    return Greatest(_polished(deviance, place, curvature), curvature)


def _polished(deviance: Callable[[Floats], float], place: Floats, curvature: Floats) -> Floats:
    """Close in on nought of the slope, by differences of the fourth order; never far from the place."""
    values, vectors = np.linalg.eigh(curvature)
    if values[0] <= 0:
        return place
    found = place
    for _ in range(FINE_ROUNDS):
        slope = np.array([_fine_slope(deviance, found, one) for one in range(len(found))])
        found = np.abs(found - vectors @ ((vectors.T @ slope) / values))
    is_near = np.all(np.abs(found - place) <= STEP * (1 + place))
    return found if is_near and deviance(found) <= deviance(place) + 1e-9 else place


def _fine_slope(deviance: Callable[[Floats], float], place: Floats, one: int) -> float:
    shift = np.zeros(len(place))
    shift[one] = FINE_STEP * (1 + place[one])
    near = deviance(place + shift) - deviance(place - shift)
    far = deviance(place + 2 * shift) - deviance(place - 2 * shift)
    return float((8 * near - far) / (12 * shift[one]))


def _damped_step(slope: Floats, curvature: Floats, damping: float) -> Floats:
    values, vectors = np.linalg.eigh(curvature)
    values = np.maximum(np.abs(values), 1e-9) + damping * (1e-3 + np.abs(values))
    step: Floats = -vectors @ ((vectors.T @ slope) / values)
    return step


def _differences(
    deviance: Callable[[Floats], float], place: Floats, value: float
) -> tuple[Floats, Floats]:
    size = len(place)
    steps = STEP * (1 + np.abs(place))
    ahead, behind = np.empty(size), np.empty(size)
    curvature = np.zeros((size, size))
    for one in range(size):
        shift = np.zeros(size)
        shift[one] = steps[one]
        ahead[one], behind[one] = deviance(place + shift), deviance(place - shift)
        curvature[one, one] = (ahead[one] - 2 * value + behind[one]) / steps[one] ** 2
        for other in range(one):
            corner = shift.copy()
            corner[other] = steps[other]
            both = deviance(place + corner)
            mixed = (both - ahead[one] - ahead[other] + value) / (steps[one] * steps[other])
            curvature[one, other] = curvature[other, one] = mixed
    return (ahead - behind) / (2 * steps), curvature
