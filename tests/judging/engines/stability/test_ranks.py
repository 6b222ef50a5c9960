from __future__ import annotations

import numpy as np
import pytest

from plaudit.judging.engines.stability import ranks_of, shared_ranks


def test_equal_values_share_the_better_rank_within_their_group() -> None:
    value = np.array([5.0, 7.0, 7.0, 1.0, 9.0])
    group = np.array([0, 0, 0, 1, 1])
    assert shared_ranks(value, group).tolist() == [3, 1, 1, 2, 1]


def test_chances_are_shares_of_draws() -> None:
    draws = np.array([[3, 2, 1], [3, 1, 2], [1, 3, 2], [3, 2, 1]], np.float32)
    found = ranks_of(np.array([3.0, 2.0, 1.0]), draws, np.zeros(3, np.int64), 1)
    assert found.top.tolist() == [0.75, 0.25, 0.0]
    assert (found.low.tolist(), found.high.tolist()) == ([1, 1, 2], [3, 3, 3])


def test_those_who_tie_across_the_line_share_what_is_left() -> None:
    draws = np.full((10, 4), 5.0, np.float32)
    found = ranks_of(np.full(4, 5.0), draws, np.zeros(4, np.int64), 1)
    assert found.top == pytest.approx(np.full(4, 0.25))
    assert found.rank.tolist() == [1, 1, 1, 1]


def test_groups_are_ranked_by_themselves() -> None:
    random = np.random.default_rng(1)
    group = np.array([1, 0, 1, 0, 1, 2])
    draws = random.normal(size=(300, 6)).astype(np.float32)
    found = ranks_of(draws.mean(axis=0).astype(np.float64), draws, group, 1)
    for one in range(3):
        assert found.top[group == one].sum() == pytest.approx(1)
        assert found.high[group == one].max() <= np.sum(group == one)
