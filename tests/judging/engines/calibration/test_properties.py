from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.simulation import simulated
from plaudit.judging.engines.calibration import METHODS, CannotCalibrate, Method, Scores, calibrate
from plaudit.judging.engines.stability import ranks_of
from tests.factories.scores import designs, scores_from


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=15, deadline=None)
@given(scores=designs())
def test_intervals_and_ranks_contain_their_estimates(method: Method, scores: Scores) -> None:
    try:
        fit = calibrate(scores, method=method, draws=60)
    except CannotCalibrate:
        return
    known = np.isfinite(fit.low)
    assert np.isfinite(fit.adjusted).all()
    assert np.isfinite(fit.draws).all()
    assert np.all(fit.low[known] <= fit.adjusted[known] + 1e-9)
    assert np.all(fit.high[known] >= fit.adjusted[known] - 1e-9)
    ranks = ranks_of(fit.adjusted, fit.draws, scores.category, 2)
    assert np.all(ranks.low <= ranks.rank)
    assert np.all(ranks.rank <= ranks.high)
    sizes = np.bincount(scores.category)
    assert ranks.top.sum() == pytest.approx(np.minimum(sizes, 2).sum())


@settings(max_examples=15, deadline=None)
@given(designs(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(scores: Scores, random: st.DataObject) -> None:
    rows = list(range(scores.count))
    random.shuffle(rows)  # type: ignore[attr-defined]
    shuffled = Scores(
        scores.entry[rows], scores.judge[rows], scores.value[rows], scores.category, scores.judges
    )
    one, other = calibrate(scores, draws=60), calibrate(shuffled, draws=60)
    scale = max(1.0, float(np.abs(scores.value).max()))
    assert one.adjusted == pytest.approx(other.adjusted, abs=1e-6 * scale)
    assert one.leniency == pytest.approx(other.leniency, abs=1e-6 * scale)
    assert one.low == pytest.approx(other.low, abs=1e-4 * scale, nan_ok=True)


@pytest.mark.parametrize("method", ["mixed", "fixed", "scale"])
def test_other_names_change_nothing(method: Method) -> None:
    scores = scores_from(simulated(11, entries=60, per_judge=12, panel=5, is_rounded=False))
    random = np.random.default_rng(1)
    entries, judges = random.permutation(scores.entries), random.permutation(scores.judges)
    categories = random.permutation(scores.categories)
    category = np.empty(scores.entries, np.int64)
    category[entries] = categories[scores.category]
    renamed = Scores(
        entries[scores.entry], judges[scores.judge], scores.value, category, scores.judges
    )
    one, other = calibrate(scores, method=method), calibrate(renamed, method=method)
    assert one.adjusted == pytest.approx(other.adjusted[entries], abs=1e-9)
    assert one.low == pytest.approx(other.low[entries], abs=1e-9)
    assert one.leniency == pytest.approx(other.leniency[judges], abs=1e-9)
    assert np.allclose(one.draws, other.draws[:, entries], atol=1e-4)


@pytest.mark.parametrize("method", ["mixed", "fixed", "scale"])
def test_another_scale_of_scores_changes_only_the_scale(method: Method) -> None:
    scores = scores_from(simulated(12, entries=50, per_judge=12, panel=5))
    larger = Scores(
        scores.entry, scores.judge, 100 + 7 * scores.value, scores.category, scores.judges
    )
    one, other = calibrate(scores, method=method), calibrate(larger, method=method)
    assert other.adjusted == pytest.approx(100 + 7 * one.adjusted, rel=1e-3)
    assert other.high - other.low == pytest.approx(7 * (one.high - one.low), rel=0.05)
