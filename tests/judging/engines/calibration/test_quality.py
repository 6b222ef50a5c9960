"""Twenty seeds of invented editions: better than the raw mean, and intervals that cover what they say."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from scipy.stats import kendalltau

from bench.simulation import simulated
from plaudit.judging.engines.calibration import Method, calibrate
from tests.factories.scores import scores_from

SEEDS = 20


def concordance(found: np.ndarray, truth: np.ndarray) -> float:
    """Kendall's tau of all pairs (tau-a): a tie is half right, where tau-b leaves it out of the count."""
    one, other = np.triu_indices(len(found), 1)
    signs = np.sign(np.round(found[one] - found[other], 9)) * np.sign(truth[one] - truth[other])
    return float(signs.mean())


def with_ties_left_out(found: np.ndarray, truth: np.ndarray) -> float:
    """Kendall's tau-b."""
    return float(kendalltau(found, truth)[0])


def gain_and_cover(
    method: Method = "mixed",
    measure: Callable[[np.ndarray, np.ndarray], float] = concordance,
    **options: object,
) -> tuple[float, float]:
    """Return the mean gain over the raw mean, and the share of truths inside their intervals."""
    gains, inside = [], []
    for seed in range(SEEDS):
        edition = simulated(seed, **options)  # type: ignore[arg-type]
        scores = scores_from(edition)
        fit = calibrate(scores, method=method, draws=100)
        raw = np.bincount(scores.entry, scores.value) / np.bincount(scores.entry)
        gains.append(measure(fit.adjusted, edition.truth) - measure(raw, edition.truth))
        inside.append(np.mean((fit.low <= edition.truth) & (edition.truth <= fit.high)))
    return float(np.mean(gains)), float(np.mean(inside))


@pytest.mark.parametrize("design", ["panels", "random"])
def test_a_whole_edition(design: str) -> None:
    gain, cover = gain_and_cover(measure=with_ties_left_out, entries=300, design=design)
    assert gain >= 0.03
    assert 0.87 <= cover <= 0.93


@pytest.mark.parametrize(
    "options",
    [
        {"entries": 20, "per_judge": 10, "panel": 6},
        {"entries": 40, "per_judge": 8, "panel": 5},
        {"entries": 60, "per_judge": 25, "panel": 4},
    ],
)
def test_a_small_edition(options: dict[str, int]) -> None:
    gain, cover = gain_and_cover(**options)
    assert gain >= 0
    assert 0.86 <= cover <= 0.94  # a share of 240 to 1,200 truths


def test_judges_who_do_not_differ_do_no_harm() -> None:
    gain, cover = gain_and_cover(entries=150, leniency_spread=0.0, scale_spread=0.0)
    assert gain >= 0
    assert 0.87 <= cover <= 0.93


def test_the_use_of_the_scale_gains_more() -> None:
    plain, _ = gain_and_cover(entries=150)
    scaled, cover = gain_and_cover("scale", entries=150)
    assert scaled > plain + 0.004
    assert 0.87 <= cover <= 0.93
