from __future__ import annotations

from math import sqrt
from statistics import fmean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.results.ranking import (
    EntryScores,
    pooled_spread,
    rank_entries,
    weighted_percent,
)


def scored(key: str, *values: float) -> EntryScores:
    spread = stdev(values) if len(values) > 1 else None
    if not values:
        return EntryScores(key, 0)
    return EntryScores(key, len(values), fmean(values), spread, min(values), max(values))


def test_a_scorecard_is_a_per_cent_of_the_maximum() -> None:
    assert weighted_percent([(10, 1), (5, 1)]) == 75
    assert weighted_percent([(10, 3), (0, 1)]) == 75
    assert weighted_percent([(10, 0), (0, 0)]) == 50


def test_equal_means_share_a_rank_and_the_next_one_is_left_out() -> None:
    ranked = rank_entries([scored("a", 50), scored("b", 70), scored("c", 70), scored("d", 20)])
    assert [(one.scores.key, one.rank) for one in ranked] == [
        ("b", 1),
        ("c", 1),
        ("a", 3),
        ("d", 4),
    ]


def test_the_order_of_addition_breaks_no_tie() -> None:
    a = EntryScores("a", 3, 66.66666666666667)
    b = EntryScores("b", 3, 66.66666666666666)
    assert [one.rank for one in rank_entries([b, a])] == [1, 1]


def test_entries_without_scores_come_last_and_have_no_rank() -> None:
    ranked = rank_entries([scored("none"), scored("a", 10, 20)])
    assert [(one.scores.key, one.rank) for one in ranked] == [("a", 1), ("none", None)]
    assert ranked[1].best_rank is None


def test_the_interval_is_z_pooled_standard_errors_either_side() -> None:
    entries = [scored("a", 60, 70), scored("b", 20, 40, 30)]
    squares = 50 + 200
    assert pooled_spread(entries) == pytest.approx(sqrt(squares / 3))
    first = rank_entries(entries)[0]
    reach = 1.6448536 * sqrt(squares / 3) / sqrt(2)
    assert (first.low, first.high) == (pytest.approx(65 - reach), pytest.approx(65 + reach))


def test_rank_ranges_part_where_intervals_do_not_meet() -> None:
    ranked = rank_entries([scored("a", 90, 91), scored("b", 89, 90), scored("c", 20, 21)])
    assert [(one.best_rank, one.worst_rank) for one in ranked] == [(1, 2), (1, 2), (3, 3)]
    assert [one.may_lead for one in ranked] == [True, True, False]


def test_a_clear_winner_is_not_too_close_to_call() -> None:
    ranked = rank_entries([scored("a", 90, 91), scored("b", 20, 21)])
    assert [one.may_lead for one in ranked] == [False, False]


def test_one_score_says_nothing_of_the_place() -> None:
    ranked = rank_entries([scored("a", 90), scored("b", 80, 81), scored("c", 20, 21)])
    assert [(one.rank, one.best_rank, one.worst_rank) for one in ranked] == [
        (1, 1, 3),
        (2, 1, 2),
        (3, 2, 3),
    ]
    alone = rank_entries([scored("a", 90), scored("b", 20)])
    assert [(one.best_rank, one.worst_rank) for one in alone] == [(1, 2), (1, 2)]


marks = st.lists(st.integers(0, 100), max_size=6)


@given(st.lists(marks, max_size=12))
def test_what_holds_of_every_ranking(rows: list[list[int]]) -> None:
    entries = [scored(str(number), *values) for number, values in enumerate(rows)]
    ranked = rank_entries(entries)
    assert sorted(str(one.scores.key) for one in ranked) == sorted(str(one.key) for one in entries)
    with_scores = [one for one in ranked if one.rank is not None]
    assert ranked[: len(with_scores)] == with_scores
    means = [round(one.scores.mean or 0, 6) for one in with_scores]
    assert means == sorted(means, reverse=True)
    for one in with_scores:
        better = sum(1 for mean in means if mean > round(one.scores.mean or 0, 6))
        assert one.rank == better + 1
        if one.best_rank is not None:
            assert one.worst_rank is not None
            assert 1 <= one.best_rank <= one.rank <= one.worst_rank <= len(with_scores)
            assert one.low is not None
            assert one.high is not None
            assert 0 <= one.low <= one.high <= 100


@given(st.lists(marks, min_size=1, max_size=8), st.randoms())
def test_the_order_of_the_input_does_not_matter(rows: list[list[int]], random: object) -> None:
    entries = [scored(str(number), *values) for number, values in enumerate(rows)]
    shuffled = list(entries)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    before = {one.scores.key: one for one in rank_entries(entries)}
    after = {one.scores.key: one for one in rank_entries(shuffled)}
    assert before == after
