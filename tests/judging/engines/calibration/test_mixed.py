from __future__ import annotations

import numpy as np
import pytest

from bench.simulation import simulated
from plaudit.judging.engines.calibration import calibrate
from plaudit.judging.engines.calibration.few_judges import posterior_of_few
from plaudit.judging.engines.calibration.judges import Design
from plaudit.judging.engines.calibration.many_judges import posterior_of_many
from plaudit.judging.engines.calibration.posterior import Free
from plaudit.judging.engines.calibration.scores import in_order
from tests.factories.scores import scores_from, scores_of


def test_both_ways_agree_where_variances_are_well_known() -> None:
    scores = in_order(scores_from(simulated(2, entries=400, per_judge=20)))[0]
    design, free = Design.of(scores), Free(judge=True, category=True)
    few = posterior_of_few(scores, design, free, draws=400, seed=1)
    many = posterior_of_many(scores, design, free, draws=400, seed=1)
    spread = float(few.quality.std())
    assert np.abs(few.quality - many.quality).max() < 0.05 * spread
    assert few.quality_variance == pytest.approx(many.quality_variance, rel=0.15)
    assert few.leniency_variance == pytest.approx(many.leniency_variance, rel=0.25)


def test_draws_have_the_means_and_spreads_that_are_told() -> None:
    scores = scores_from(simulated(4, entries=60, per_judge=15))
    fit = calibrate(scores, draws=4000)
    reach = (fit.high - fit.low) / 2 / 1.65
    assert fit.draws.mean(axis=0) == pytest.approx(fit.adjusted, abs=0.1)
    assert fit.draws.std(axis=0) == pytest.approx(reach, rel=0.12)


def test_a_severe_judge_is_allowed_for() -> None:
    kind = [(entry, 0, 7.0 + entry % 2) for entry in range(20)]
    harsh = [(entry, 1, 4.0 + entry % 2) for entry in range(20, 40)]
    bridge = [(entry, 2, 6.0 + entry % 2) for entry in range(40)]
    both = [(entry, 1, 4.0 + entry % 2) for entry in range(10)]
    fit = calibrate(scores_of([*kind, *harsh, *bridge, *both]))
    assert fit.leniency[0] > fit.leniency[2] > fit.leniency[1]
    raw_gap, gap = 1.5, fit.adjusted[:20].mean() - fit.adjusted[20:].mean()
    assert abs(gap) < raw_gap / 3


def test_more_scores_make_narrower_intervals() -> None:
    few = scores_from(simulated(6, entries=80, readings=(2, 2), per_judge=10))
    many = scores_from(simulated(6, entries=80, readings=(6, 6), per_judge=30))
    widths = [np.mean(fit.high - fit.low) for fit in (calibrate(few), calibrate(many))]
    assert widths[1] < 0.8 * widths[0]


def test_one_score_says_nothing_of_chance() -> None:
    fit = calibrate(scores_of([(0, 0, 5.0)]))
    assert fit.adjusted.tolist() == [5.0]
    assert np.isnan(fit.low).all()
    assert np.isnan(fit.high).all()


def test_equal_scores_tie_everywhere() -> None:
    fit = calibrate(scores_of([(entry, judge, 5.0) for entry in range(3) for judge in range(2)]))
    assert fit.adjusted.tolist() == [5.0, 5.0, 5.0]
    assert "All scores are equal: they tell no entry from another." in fit.warnings


def test_what_cannot_be_told_apart_is_not_told() -> None:
    alone = calibrate(scores_of([(0, 0, 3.0), (1, 1, 5.0), (2, 0, 4.0), (3, 1, 9.0)])).variances
    assert (alone.entry, alone.residual) == (None, None)
    one_judge = calibrate(scores_of([(0, 0, 3.0), (1, 0, 5.0), (2, 0, 4.0)])).variances
    assert one_judge.judge is None
