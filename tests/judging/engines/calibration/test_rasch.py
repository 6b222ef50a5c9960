from __future__ import annotations

import numpy as np
import pytest

from bench.simulation import simulated
from plaudit.judging.engines.calibration import (
    CannotCalibrate,
    Rows,
    calibrate,
    rasch,
    rating_scale,
)
from plaudit.judging.engines.calibration.rasch import Ratings, measure
from plaudit.judging.engines.calibration.rating_scale import level_chances, moments, threshold_step
from tests.factories.scores import scores_from, scores_of


def test_modelled_totals_are_the_totals_seen() -> None:
    scores = scores_from(simulated(3, entries=60, per_judge=20))
    values, level = np.unique(scores.value, return_inverse=True)
    ratings = Ratings(level, [scores.entry, scores.judge], [scores.entries, scores.judges], len(values))  # fmt: skip
    found = measure(ratings)
    assert found.converged
    logits = found.logits(ratings)
    left = level - moments(logits, found.thresholds)[0]
    assert np.abs(np.bincount(scores.entry, left)).max() < 2e-3
    assert np.abs(np.bincount(scores.judge, left)).max() < 2e-3
    expected = level_chances(logits, found.thresholds).sum(axis=0)
    assert expected == pytest.approx(np.bincount(level), abs=1e-2)
    assert found.thresholds.sum() == pytest.approx(0, abs=1e-9)
    assert found.facets[1].sum() == pytest.approx(0, abs=1e-9)


def test_a_grid_of_logits_tells_what_each_logit_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    logit = np.random.default_rng(1).normal(0, 3, 5000)
    thresholds = np.array([-2.0, -0.5, 0.5, 2.0])
    at_least = np.array([4000.0, 3000.0, 2000.0, 900.0])
    each = (*moments(logit, thresholds), threshold_step(logit, thresholds, at_least))
    monkeypatch.setattr(rating_scale, "MANY", 1)
    on_a_grid = (*moments(logit, thresholds), threshold_step(logit, thresholds, at_least))
    for one, other in zip(each, on_a_grid, strict=True):
        assert one == pytest.approx(other, abs=1e-6)


def test_leaps_lead_to_the_same_measures_in_fewer_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    scores = scores_from(simulated(2, entries=24, per_judge=6))
    rounds = []
    newton = rasch._newton
    monkeypatch.setattr(rasch, "_newton", lambda *given: rounds.append(1) or newton(*given))
    leapt, quick = calibrate(scores, method="rasch", draws=80).adjusted, len(rounds)
    rounds.clear()
    monkeypatch.setattr(rasch, "LEAP", 10**9)
    assert calibrate(scores, method="rasch", draws=80).adjusted == pytest.approx(leapt, abs=2e-4)
    assert quick < len(rounds) / 2


def test_two_levels_and_two_judges_have_a_known_answer() -> None:
    """One judge yes and one no on every entry: severities differ by twice the log of the odds."""
    pairs = [(entry, judge) for entry in range(40) for judge in (0, 1)]
    rows = [(entry, judge, float((entry % 4 == 0) != (judge == 0))) for entry, judge in pairs]
    found = measure(_ratings(rows))
    # By joint maximum likelihood entries with one yes have merit nought, so judge 0's share of yes is
    # logistic(-severity): 3 in 4.
    assert found.facets[1].tolist() == pytest.approx([-np.log(3), np.log(3)], abs=1e-4)


def _ratings(rows: list[tuple[int, int, float]]) -> Ratings:
    scores = scores_of(rows)
    level = scores.value.astype(np.int64)
    sizes = [scores.entries, scores.judges]
    return Ratings(level, [scores.entry, scores.judge], sizes, int(level.max()) + 1)


def test_nothing_but_the_highest_ratings_has_a_finite_measure() -> None:
    rows = [(entry, judge, float((entry + judge) % 3)) for entry in range(9) for judge in range(4)]
    rows += [(9, judge, 2.0) for judge in range(4)]
    rows += [(10, judge, 0.0) for judge in range(4)]
    found = measure(_ratings(rows))
    merit = found.facets[0]
    assert np.isfinite(merit).all()
    assert merit[9] > merit[:9].max()
    assert merit[10] < merit[:9].min()


def test_criteria_are_a_facet_of_their_own() -> None:
    random = np.random.default_rng(1)
    entry, judge, criterion = (each.ravel() for each in np.mgrid[0:30, 0:5, 0:3])
    merit = random.normal(0, 1.2, 30)[entry] - np.array([-1, -0.5, 0, 0.5, 1])[judge]
    merit = merit - np.array([-0.8, 0.0, 0.8])[criterion] + random.logistic(0, 1, len(entry))
    value = np.clip(np.round(3 + merit), 1, 5)
    pairs = [(int(one), int(other), 0.0) for one in range(30) for other in range(5)]
    means = np.bincount(entry * 5 + judge, value) / 3
    scores = scores_of([(one, other, means[one * 5 + other]) for one, other, _ in pairs])
    fit = calibrate(scores, method="rasch", rows=Rows(entry, judge, value, criterion))
    assert np.argsort(fit.leniency).tolist() == [4, 3, 2, 1, 0]
    criteria = fit.figures["criteria"]
    assert isinstance(criteria, dict)
    assert criteria["measure"] == sorted(criteria["measure"])
    assert np.all((fit.adjusted >= 1) & (fit.adjusted <= 5))


def test_means_are_refused_as_ratings() -> None:
    rows = [(entry, judge, entry + judge / 7 + 0.001 * entry) for entry in range(20) for judge in range(4)]  # fmt: skip
    with pytest.raises(CannotCalibrate, match="scale of few steps"):
        calibrate(scores_of(rows), method="rasch")


@pytest.mark.parametrize("options", [{"entries": 150}, {"entries": 24, "per_judge": 8, "panel": 6}])
def test_intervals_cover_about_what_they_say(options: dict[str, int]) -> None:
    inside, wider = [], []
    for seed in range(3600 // options["entries"] // 4):
        edition = simulated(seed, **options)  # type: ignore[arg-type]
        fit = calibrate(scores_from(edition), method="rasch", draws=80)
        inside += ((fit.low <= edition.truth) & (edition.truth <= fit.high)).tolist()
        wider.append(fit.figures["interval_widening"])
    assert 0.84 <= np.mean(inside) <= 0.94
    assert min(wider) >= 1
