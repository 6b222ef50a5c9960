"""Preconditioned conjugate gradients for many right-hand sides at once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from plaudit.judging.engines.calibration.arrays import Floats

MOST_ROUNDS = 500


def conjugate_gradients(
    apply: Callable[[Floats], Floats],
    diagonal: Floats,
    right: Floats,
    *,
    tolerance: float,
    start: Floats | None = None,
) -> Floats:
    """Solve `apply(x) = right` column by column, for a symmetric matrix that is not negative.

    `right` has the shape (unknowns, columns). `diagonal` preconditions. Stops when every residual is below
    `tolerance` of its right-hand side. A singular system is solved where it has a solution.
    Hestenes and Stiefel (1952), Journal of Research of the National Bureau of Standards 49: 409-436.
    """
    inverse = 1 / diagonal[:, None]
    solution = np.zeros_like(right) if start is None else start.copy()
    residual = right.copy() if start is None else right - apply(solution)
    goal = (tolerance**2) * _dot(right, inverse * right) + np.finfo(float).tiny
    conditioned = inverse * residual
    direction = conditioned.copy()
    size = _dot(residual, conditioned)
    for _ in range(MOST_ROUNDS):
        if np.all(size <= goal):
            break
        image = apply(direction)
        along = _dot(direction, image)
        step = np.where(along > 0, size / np.where(along > 0, along, 1), 0)
        solution += step * direction
        residual -= step * image
        np.multiply(inverse, residual, out=conditioned)
        new_size = _dot(residual, conditioned)
        direction *= np.where(size > 0, new_size / np.where(size > 0, size, 1), 0)
        direction += conditioned
        size = new_size
    return solution


def _dot(left: Floats, right: Floats) -> Floats:
    product: Floats = np.einsum("ij,ij->j", left, right)
    return product
