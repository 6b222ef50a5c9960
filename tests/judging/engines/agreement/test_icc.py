from __future__ import annotations

import numpy as np
import pytest

from plaudit.judging.engines.agreement import from_components, from_table

SHROUT_AND_FLEISS = np.array(
    [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]],
    np.float64,
)
"""Shrout and Fleiss (1979), table 2: six targets, four judges."""


def test_the_published_example_to_six_places() -> None:
    found = from_table(SHROUT_AND_FLEISS)
    assert {name: round(value or 0, 6) for name, value in found.named().items()} == {
        "ICC(1)": 0.165742,
        "ICC(A,1)": 0.289764,
        "ICC(C,1)": 0.714841,
        "ICC(k)": 0.442797,
        "ICC(A,k)": 0.620051,
        "ICC(C,k)": 0.909316,
    }
    assert found.k == 4


def test_components_of_a_complete_table_give_the_same_where_they_are_positive() -> None:
    entries, judges = SHROUT_AND_FLEISS.shape
    mean_squares = (56.208333 / 5, 97.458333 / 3, 15.291667 / 15)
    residual = mean_squares[2]
    entry, judge = (mean_squares[0] - residual) / judges, (mean_squares[1] - residual) / entries
    by_components = from_components(entry, judge, residual, judges)
    by_table = from_table(SHROUT_AND_FLEISS)
    for name in ("ICC(A,1)", "ICC(C,1)", "ICC(A,k)", "ICC(C,k)"):
        assert by_components.named()[name] == pytest.approx(by_table.named()[name], abs=1e-6)


def test_a_judge_who_adds_a_constant_is_consistent_but_does_not_agree() -> None:
    table = np.arange(5.0)[:, None] + np.array([0.0, 3.0])
    found = from_table(table)
    assert found.consistency == pytest.approx(1)
    assert found.agreement is not None
    assert found.agreement < 0.5


def test_equal_scores_leave_it_undefined() -> None:
    assert set(from_table(np.full((3, 3), 4.0)).named().values()) == {None}
