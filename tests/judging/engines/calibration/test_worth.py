"""Adjusting is used where it is expected to order better than the raw means, and left alone elsewhere."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import kendalltau

from bench.simulation import Simulated, simulated
from plaudit.judging.engines.calibration import Fit, calibrate
from plaudit.judging.engines.calibration.worth import KEPT, worth_of
from tests.factories.scores import scores_from

SEEDS = 40


def fitted(seed: int, **options: object) -> tuple[Simulated, np.ndarray, Fit]:
    edition = simulated(seed, design="random", readings=(3, 3), **options)  # type: ignore[arg-type]
    scores = scores_from(edition)
    raw = np.bincount(scores.entry, scores.value) / np.bincount(scores.entry)
    return edition, raw, calibrate(scores, draws=200)


def tau(found: np.ndarray, truth: np.ndarray) -> float:
    """Tau-b, ties being what the command's nine figures make of them."""
    return float(kendalltau(np.round(found, 8), truth)[0])


@pytest.mark.parametrize("spread", [0.0, 0.15])
def test_judges_who_hardly_differ_leave_a_small_set_in_the_raw_order(spread: float) -> None:
    gains = []
    for seed in range(SEEDS):
        edition, raw, fit = fitted(seed, entries=20, per_judge=7.5, leniency_spread=spread)
        gains.append(tau(fit.adjusted, edition.truth) - tau(raw, edition.truth))
        if fit.figures["order"] == "raw":
            assert KEPT in fit.warnings
            assert gains[-1] == pytest.approx(0, abs=1e-12)
    assert np.mean(gains) >= -0.001


def test_a_small_set_of_judges_who_differ_gains_even_where_ties_are_left_out() -> None:
    gains, inside = [], []
    for seed in range(SEEDS):
        edition, raw, fit = fitted(seed, entries=24, per_judge=6)
        gains.append(tau(fit.adjusted, edition.truth) - tau(raw, edition.truth))
        inside.append(np.mean((fit.low <= edition.truth) & (edition.truth <= fit.high)))
    assert np.mean(gains) >= 0.005
    assert 0.86 <= np.mean(inside) <= 0.94


def test_the_raw_order_is_kept_with_intervals_about_what_is_said() -> None:
    kept = (fitted(seed, entries=20, per_judge=7.5, leniency_spread=0.0) for seed in range(SEEDS))
    _, raw, fit = next(each for each in kept if each[2].figures["order"] == "raw")
    assert np.corrcoef(raw, fit.adjusted)[0, 1] == pytest.approx(1)
    assert np.allclose((fit.low + fit.high) / 2, fit.adjusted)


def test_the_expectation_is_taken_over_the_draws() -> None:
    draws = np.array([[1, 2, 3], [1, 3, 2]], np.float32)
    worth = worth_of(np.array([1.0, 2.0, 2.0]), np.array([1.0, 2.0, 3.0]), draws)
    assert worth.adjusted == pytest.approx(2 / 3)
    assert worth.raw == pytest.approx(2 / np.sqrt(6))
    assert not worth.is_worth_it
