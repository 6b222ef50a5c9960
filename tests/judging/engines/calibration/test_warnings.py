from __future__ import annotations

import numpy as np

from bench.simulation import simulated
from plaudit.judging.engines.calibration import calibrate
from tests.factories.scores import scores_from, scores_of

NAMES = ["Asha", "Bryn", "Cato", "Dora", "Elin"]


def said(rows: list[tuple[int, int, float]], category: list[int] | None = None) -> str:
    return " ".join(calibrate(scores_of(rows, category), names=NAMES).warnings)


def test_a_judge_on_whom_all_hangs_is_named() -> None:
    left = [(entry, judge, entry + judge) for entry in range(3) for judge in (0, 1)]
    right = [(entry, judge, entry + judge) for entry in range(3, 7) for judge in (2, 3)]
    words = said([*left, *right, (0, 4, 1.0), (3, 4, 2.0)])  # type: ignore[list-item]
    assert "Judge Elin alone links 3 entries to the rest" in words


def test_parts_that_nothing_compares() -> None:
    words = said([(0, 0, 1.0), (1, 0, 4.0), (2, 1, 3.0), (3, 1, 5.0)])
    assert "The entries fall into 2 groups that share no judge (2, 2 entries)." in words


def test_judges_with_few_scores_and_entries_with_one() -> None:
    words = said([(entry, 0, float(entry)) for entry in range(6)] + [(0, 1, 3.0)])
    assert "Judges with fewer than 5 scores: Bryn." in words
    assert "5 entries have one score only" in words


def test_adjusting_gains_nothing_where_everybody_reads_everything() -> None:
    random = np.random.default_rng(2)
    rows = [(e, j, float(random.integers(1, 9))) for e in range(8) for j in range(4)]
    assert "adjusting changes no order." in said(rows)
    by_panel = [
        (e, j + 2 * (e > 3), float(random.integers(1, 9))) for e in range(8) for j in (0, 1)
    ]
    assert "adjusting changes no order inside a category" in said(by_panel, [0] * 4 + [1] * 4)


def test_adjusting_gains_nothing_where_judges_are_alike() -> None:
    scores = scores_from(
        simulated(1, entries=300, leniency_spread=0.0, scale_spread=0.0, design="random")
    )
    assert any("adjusting gains nothing" in warning for warning in calibrate(scores).warnings)


def test_scores_nearly_all_alike() -> None:
    rows = [(e, j, 7.0) for e in range(10) for j in range(3)]
    rows[0] = (0, 0, 6.0)
    assert "97% of the scores are 7: scores nearly all alike" in said(rows)


def test_a_heap_at_the_top() -> None:
    random = np.random.default_rng(3)
    rows = [(e, j, float(min(5, random.integers(2, 8)))) for e in range(20) for j in range(4)]
    assert "are the highest given, 5" in said(rows)


def test_a_sound_design_earns_no_warning() -> None:
    assert calibrate(scores_from(simulated(1, entries=300))).warnings == []
