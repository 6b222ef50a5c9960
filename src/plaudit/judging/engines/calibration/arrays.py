"""Names for the kinds of array that the engine passes around."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Integers: TypeAlias = NDArray[np.int64]
Draws: TypeAlias = NDArray[np.float32]
Sparse: TypeAlias = Any
"""A scipy sparse array; scipy carries no types."""


def sums_by(number: Integers, values: Floats, size: int) -> Floats:
    """Return the sums of values by number, of numbers below `size`."""
    sums: Floats = np.bincount(number, values, size).astype(np.float64, copy=False)
    return sums


def counts_of(number: Integers, size: int) -> Floats:
    """Return how often each number below `size` comes."""
    return np.bincount(number, minlength=size).astype(np.float64)
