"""The likelihood and its greatest place against the textbook formula on a dense matrix."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from bench.simulation import simulated
from plaudit.judging.engines.calibration.average_information import estimate
from plaudit.judging.engines.calibration.few_judges import best_of_all
from plaudit.judging.engines.calibration.judges import Design
from plaudit.judging.engines.calibration.likelihood import Ratios, solve
from plaudit.judging.engines.calibration.posterior import Free
from plaudit.judging.engines.calibration.restricted import greatest
from plaudit.judging.engines.calibration.scores import Scores, in_order
from plaudit.judging.engines.calibration.sums import sums_of
from tests.factories.scores import scores_from

TRIED = [Ratios(1.2, 0.4, 0.6), Ratios(0.3, 0.0, 2.0), Ratios(2.5, 1.0, 0.0)]


def a_small_edition(**options: object) -> Scores:
    return in_order(scores_from(simulated(3, entries=40, per_judge=10, panel=5, **options)))[0]  # type: ignore[arg-type]


def dense(scores: Scores, ratios: Ratios) -> tuple[float, np.ndarray, np.ndarray]:
    """Return minus twice the restricted log-likelihood, and the best predictions of entries and judges."""
    count = scores.count
    of_entry = np.eye(scores.entries)[scores.entry]
    of_judge = np.eye(scores.judges)[scores.judge]
    of_category = np.eye(scores.categories)[scores.category]
    merit = ratios.entry * np.eye(scores.entries) + ratios.category * of_category @ of_category.T
    variance = np.eye(count) + of_entry @ merit @ of_entry.T + ratios.judge * of_judge @ of_judge.T
    inverse = np.linalg.inv(variance)
    known = float(inverse.sum())
    value = scores.value - scores.value.mean()
    mean = float((inverse @ value).sum()) / known
    left = inverse @ (value - mean)
    residual = float((value - mean) @ left) / (count - 1)
    deviance = (count - 1) * np.log(residual * (count - 1)) + np.linalg.slogdet(variance)[1]
    predicted = mean + merit @ of_entry.T @ left
    return deviance + np.log(known), predicted, ratios.judge * of_judge.T @ left


@pytest.mark.parametrize("ratios", TRIED)
def test_the_likelihood_is_the_textbooks(ratios: Ratios) -> None:
    scores = a_small_edition()
    centre = float(scores.value.mean())
    solved = solve(sums_of(scores, centre), ratios)
    deviance, _, leniency = dense(scores, ratios)
    assert solved.deviance == pytest.approx(deviance, abs=1e-8)
    assert solved.leniency == pytest.approx(leniency, abs=1e-10)


def test_the_greatest_place_beats_its_neighbours() -> None:
    scores = a_small_edition()
    sums = sums_of(scores, float(scores.value.mean()))

    def deviance(place: np.ndarray) -> float:
        return solve(sums, Ratios(place[0] ** 2, place[2] ** 2, place[1] ** 2)).deviance

    best = greatest(deviance, np.full(3, 0.8))
    here = deviance(best.place)
    for shift in np.vstack((np.eye(3), -np.eye(3))) * 1e-3:
        assert deviance(np.abs(best.place + shift)) >= here - 1e-9


def test_judges_who_do_not_differ_have_no_variance() -> None:
    scores = a_small_edition(leniency_spread=0.0, scale_spread=0.0)
    sums = sums_of(scores, float(scores.value.mean()))

    def deviance(place: np.ndarray) -> float:
        return solve(sums, Ratios(place[0] ** 2, 0.0, place[1] ** 2)).deviance

    assert greatest(deviance, np.full(2, 0.8)).place[1] ** 2 < 0.12


def test_average_information_finds_the_same_variances() -> None:
    scores = in_order(scores_from(simulated(5, entries=400)))[0]
    centre = float(scores.value.mean())
    sums = sums_of(scores, centre)

    def deviance(place: np.ndarray) -> float:
        return solve(sums, Ratios(place[0] ** 2, place[2] ** 2, place[1] ** 2)).deviance

    exact = greatest(deviance, np.full(3, 0.8)).place ** 2
    found = estimate(Design.of(scores), scores.value - centre, has_categories=True, seed=1)
    assert found.ratios.entry == pytest.approx(exact[0], rel=0.05)
    assert found.ratios.judge == pytest.approx(exact[1], rel=0.1)
    assert found.ratios.category == pytest.approx(exact[2], rel=0.2)


def test_of_two_peaks_the_higher_is_found() -> None:
    """Ten entries in three categories: one peak has judges and categories vary, the higher one not."""
    random = np.random.default_rng(29)
    entries, judges, categories = (
        int(random.integers(*ends)) for ends in ((6, 25), (3, 9), (1, 4))
    )
    category = np.unique(np.sort(random.integers(0, categories, entries)), return_inverse=True)[1]
    met = random.random((entries, judges)) < 0.5
    for each in np.flatnonzero(~met.any(axis=1)):
        met[each, random.integers(judges)] = True
    for each in np.flatnonzero(~met.any(axis=0)):
        met[random.integers(entries), each] = True
    entry, judge = np.nonzero(met)
    value = 6 + 1.3 * random.standard_normal(entries)[entry]
    value += 0.8 * random.standard_normal(categories)[category[entry]]
    value += 0.7 * random.standard_normal(judges)[judge] + random.standard_normal(len(entry))
    scores = in_order(Scores(entry, judge, np.round(value), category, judges))[0]
    sums = sums_of(scores, float(scores.value.mean()))
    free = Free(judge=True, category=True)

    def deviance(place: np.ndarray) -> float:
        return solve(sums, free.ratios(place)).deviance

    found = best_of_all(deviance, 3, is_small=True)
    steps = np.linspace(0, 3, 13)
    lowest = min(deviance(np.array(place)) for place in itertools.product(steps, repeat=3))
    assert deviance(found.place) <= lowest + 1e-6
    assert deviance(greatest(deviance, np.full(3, 0.8)).place) > deviance(found.place) + 0.1
