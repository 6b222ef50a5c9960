from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.simulation import simulated
from plaudit.judging.engines.calibration import Scores, calibrate
from plaudit.judging.engines.calibration.graph import groups_of
from plaudit.judging.engines.stability import shared_ranks
from tests.factories.scores import designs, scores_from, scores_of


@settings(max_examples=60, deadline=None)
@given(designs(least_judges=2), st.integers(-50, 50), st.integers(0, 20))
def test_a_constant_added_to_one_judges_scores_changes_no_rank(
    scores: Scores, constant: int, which: int
) -> None:
    value = np.round(scores.value)
    judge = which % scores.judges
    moved = value + constant * (scores.judge == judge)
    before, after = (
        calibrate(
            Scores(scores.entry, scores.judge, each, scores.category, scores.judges),
            method="fixed",
            draws=20,
        ).adjusted
        for each in (value, moved)
    )
    assert np.allclose(before - before.mean(), after - after.mean(), atol=1e-6)
    if np.ptp(value) and np.ptp(moved):
        one = np.zeros(scores.entries, np.int64)
        rounded = [np.round(each - each.mean(), 6) for each in (before, after)]
        assert shared_ranks(rounded[0], one).tolist() == shared_ranks(rounded[1], one).tolist()


def test_least_squares_and_its_errors_are_the_textbooks() -> None:
    scores = scores_from(simulated(8, entries=30, per_judge=12, design="random"))
    fit = calibrate(scores, method="fixed")
    of_judge = np.eye(scores.judges)[scores.judge]
    effects = of_judge[:, :-1] - of_judge[:, -1:]
    matrix = np.hstack((np.eye(scores.entries)[scores.entry], effects))
    best, squares, rank, _ = np.linalg.lstsq(matrix, scores.value, rcond=None)
    residual = float(squares[0]) / (scores.count - rank)
    covariance = residual * np.linalg.inv(matrix.T @ matrix)
    assert fit.adjusted == pytest.approx(best[: scores.entries], abs=1e-8)
    assert fit.variances.residual == pytest.approx(residual)
    from scipy.stats import t

    reach = t.ppf(0.95, scores.count - rank) * np.sqrt(np.diag(covariance)[: scores.entries])
    assert (fit.high - fit.low) / 2 == pytest.approx(reach, rel=1e-8)


def test_parts_without_a_common_judge_are_set_level() -> None:
    fit = calibrate(
        scores_of([(0, 0, 9.0), (1, 0, 8.0), (0, 1, 9.0), (1, 1, 7.0), (2, 2, 3.0), (3, 2, 1.0), (2, 3, 3.0)]),
        method="fixed",
    )  # fmt: skip
    assert fit.adjusted[:2].mean() == pytest.approx(fit.adjusted[2:].mean())
    assert any("share no judge" in warning for warning in fit.warnings)


def test_many_judges_are_solved_alike() -> None:
    scores = scores_from(simulated(9, entries=600, per_judge=8))
    assert scores.judges > 200
    fit = calibrate(scores, method="fixed", draws=100)
    left = scores.value - fit.adjusted[scores.entry] - fit.leniency[scores.judge]
    assert groups_of(scores).count == 1
    assert np.abs(np.bincount(scores.judge, left)).max() < 1e-6
    assert np.abs(np.bincount(scores.entry, left)).max() < 1e-6
