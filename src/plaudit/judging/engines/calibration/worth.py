"""Whether adjusting is worth it: by how much it is expected to order the entries better than raw means.

Every draw is a truth that the scores allow. How well an order agrees with it is told by Kendall's tau-b,
which leaves pairs that are tied out of its count: raw means of a few round scores often tie, adjusted
ones never do, and where scores say little of the judges the differences that adjusting makes between
equals are guesswork. Unless adjusting agrees better on average over the draws, the raw order is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from plaudit.judging.engines.calibration.arrays import Draws, Floats, Integers, sums_by
from plaudit.judging.engines.calibration.fit import Fit
from plaudit.judging.engines.calibration.scores import Scores

MOST_PAIRS, MOST_DRAWS = 20_000, 200
LEAST_SHARE = 0.05
REACH = 1.645
SAME = 9
KEPT = (
    "Adjusting is not expected to order these entries better than the raw means do, so adjusted scores "
    "keep the raw order."
)


@dataclass(frozen=True, slots=True)
class Worth:
    """Kendall's tau-b with the truth that is expected of the raw means and of the adjusted scores."""

    raw: float
    adjusted: float

    @property
    def is_worth_it(self) -> bool:
        return self.adjusted >= self.raw


def settled(scores: Scores, fit: Fit) -> Fit:
    """Return the fit, or, where adjusting is not expected to gain anything, the fit in the raw order."""
    raw = _raw_means(scores)
    if scores.entries < 2 or not np.ptp(raw) > 0:
        return fit
    worth = worth_of(raw, fit.adjusted, fit.draws)
    figures = {
        "expected_tau": {"raw": round(worth.raw, 4), "adjusted": round(worth.adjusted, 4)},
        "order": "adjusted" if worth.is_worth_it else "raw",
    }
    found = fit if worth.is_worth_it else _in_raw_order(raw, fit)
    return replace(found, figures={**fit.figures, **figures})


def worth_of(raw: Floats, adjusted: Floats, draws: Draws) -> Worth:
    """Compare two orders of the entries over the draws, on all pairs of entries or some of them."""
    one, other = _pairs(len(raw))
    drawn = draws[:: -(-len(draws) // MOST_DRAWS)]
    truth = np.zeros(len(one))
    for row in drawn:
        truth += np.sign(row[one] - row[other])
    truth /= len(drawn)
    return Worth(*(_tau(_signs(values, one, other), truth) for values in (raw, adjusted)))


def _pairs(entries: int) -> tuple[Integers, Integers]:
    if entries * (entries - 1) // 2 <= MOST_PAIRS:
        one, other = np.triu_indices(entries, 1)
        return one.astype(np.int64), other.astype(np.int64)
    random = np.random.default_rng(entries)
    one = random.integers(entries, size=MOST_PAIRS)
    return one, (one + random.integers(1, entries, size=MOST_PAIRS)) % entries


def _signs(values: Floats, one: Integers, other: Integers) -> NDArray[np.float64]:
    rounded = np.round((values - values.mean()) / (float(np.ptp(values)) or 1.0), SAME)
    signs: NDArray[np.float64] = np.sign(rounded[one] - rounded[other])
    return signs


def _tau(signs: NDArray[np.float64], truth: NDArray[np.float64]) -> float:
    parted = float(np.count_nonzero(signs))
    return float(signs @ truth) / float(np.sqrt(len(signs) * parted)) if parted else 0.0


def _raw_means(scores: Scores) -> Floats:
    count = np.bincount(scores.entry, minlength=scores.entries)
    mean = sums_by(scores.entry, scores.value, scores.entries) / count
    size = float(np.abs(scores.value).max())
    return mean if size == 0 else np.round(mean / size, 12) * size


def _in_raw_order(raw: Floats, fit: Fit) -> Fit:
    """Return the raw means drawn in evenly, with intervals as wide as the mean square error asks."""
    centre = float(fit.adjusted.mean())
    from_mean = raw - raw.mean()
    share = float(from_mean @ (fit.adjusted - centre)) / float(from_mean @ from_mean)
    adjusted = centre + float(np.clip(share, LEAST_SHARE, 1.0)) * from_mean
    reach = np.hypot((fit.high - fit.low) / 2, REACH * (fit.adjusted - adjusted))
    return replace(
        fit,
        adjusted=adjusted,
        low=adjusted - reach,
        high=adjusted + reach,
        warnings=[*fit.warnings, KEPT],
    )
