"""Borda, Kemeny, Bradley-Terry and ties."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plaudit.judging.engines.votes import (
    Ballot,
    CastingVote,
    Rule,
    TooManyCandidates,
    borda,
    bradley_terry,
    kemeny,
    read_ballots,
    settle,
)
from plaudit.judging.engines.votes.ballots import profile_of
from plaudit.judging.engines.votes.pairs import preferences
from plaudit.judging.engines.votes.ties import head_to_head

TENNESSEE = """
42: Memphis > Nashville > Chattanooga > Knoxville
26: Nashville > Chattanooga > Knoxville > Memphis
15: Chattanooga > Knoxville > Nashville > Memphis
17: Knoxville > Chattanooga > Nashville > Memphis
"""  # the example that many accounts of voting rules use

RANKS = st.lists(
    st.tuples(st.permutations("abcd"), st.integers(1, 4), st.integers(1, 5)), min_size=1, max_size=8
)


def profile_from(rows):  # type: ignore[no-untyped-def]
    return profile_of(
        "abcd", [Ballot(tuple((name,) for name in order[:n]), count) for order, n, count in rows]
    )


def test_borda_of_the_usual_example() -> None:
    points = borda(read_ballots(TENNESSEE))
    assert points == {"Memphis": 126, "Nashville": 194, "Chattanooga": 173, "Knoxville": 107}


def test_borda_shares_places_among_those_alike_and_those_left_out() -> None:
    points = borda(read_ballots("candidates: a, b, c, d\na = b"))
    assert points == {
        "a": Fraction(5, 2),
        "b": Fraction(5, 2),
        "c": Fraction(1, 2),
        "d": Fraction(1, 2),
    }


def test_kemeny_of_the_usual_example() -> None:
    found = kemeny(read_ballots(TENNESSEE))
    assert found.order == ("Nashville", "Chattanooga", "Knoxville", "Memphis")
    assert (found.disagreements, found.other) == (600 - 393, None)


@settings(deadline=None, max_examples=40)
@given(RANKS)
def test_kemeny_is_the_best_of_all_orders(rows) -> None:  # type: ignore[no-untyped-def]
    profile = profile_from(rows)
    above = preferences(profile, unranked_below=True)
    cost = {
        order: sum(above[j, i] for n, i in enumerate(order) for j in order[n + 1 :])
        for order in permutations(range(4))
    }
    found = kemeny(profile)
    assert found.disagreements == min(cost.values())
    place = [profile.candidates.index(name) for name in found.order]
    assert cost[tuple(place)] == found.disagreements
    is_alone = list(cost.values()).count(found.disagreements) == 1
    assert (found.other is None) == is_alone


def test_a_casting_vote_chooses_among_kemenys_best_orders_alone() -> None:
    profile = read_ballots("a > b > c\nb > a > c\n")
    assert kemeny(profile).open_pairs in ([("a", "b")], [("b", "a")])
    assert kemeny(profile, ("c", "b", "a")).order == ("b", "a", "c")


def test_a_casting_vote_as_near_to_several_best_orders_goes_by_its_first_names() -> None:
    """Of a>b>c, b>c>a and c>a>b the last two are one step from c>b>a; the last puts c first."""
    profile = read_ballots("a > b > c\nb > c > a\nc > a > b\n")
    found = kemeny(profile, ("c", "b", "a"))
    assert (found.order, found.is_settled, found.open_pairs) == (("c", "a", "b"), True, [])


@settings(deadline=None, max_examples=25)
@given(RANKS, st.permutations("abcd"))
def test_a_casting_vote_chooses_as_a_search_of_all_orders_does(rows, wish) -> None:  # type: ignore[no-untyped-def]
    profile = profile_from(rows)
    above = preferences(profile, unranked_below=True)
    number = {name: place for place, name in enumerate(profile.candidates)}

    def cost(order: tuple[str, ...]) -> int:
        return sum(
            int(above[number[below], number[one]])
            for place, one in enumerate(order)
            for below in order[place + 1 :]
        )

    def wished(order: tuple[str, ...]) -> tuple[int, ...]:
        apart = sum(
            wish.index(one) > wish.index(other)
            for place, one in enumerate(order)
            for other in order[place + 1 :]
        )
        return (apart, *(order.index(name) for name in wish))

    orders = list(permutations("abcd"))
    least = min(map(cost, orders))
    best = min((order for order in orders if cost(order) == least), key=wished)
    assert kemeny(profile, tuple(wish)).order == best


def test_kemeny_says_when_there_are_too_many() -> None:
    with pytest.raises(TooManyCandidates, match="41"):
        kemeny(read_ballots(" > ".join(f"c{n}" for n in range(41))))


def test_forty_finalists_take_seconds_at_the_most() -> None:
    names = [f"c{n:02}" for n in range(40)]
    rows = [" > ".join(names[shift:] + names[:shift]) for shift in (0, 3, 7, 11, 20)]
    found = kemeny(read_ballots("\n".join(rows)))
    assert sorted(found.order) == names


def test_bradley_terry_of_two_is_known_in_closed_form() -> None:
    """With a wide prior the difference of strengths is the log odds."""
    found = bradley_terry(read_ballots("30: a > b\n10: b > a\n"), prior_sd=1000)
    assert math.isclose(found["a"].value - found["b"].value, math.log(3), rel_tol=1e-4)


@pytest.mark.parametrize(
    ("names", "wins", "published"),
    [
        # American League 1987, Agresti (2002), Categorical Data Analysis, section 10.6; beside Baltimore.
        (
            ("Milwaukee", "Detroit", "Toronto", "New York", "Boston", "Cleveland", "Baltimore"),
            [
                [0, 7, 9, 7, 7, 9, 11],
                [6, 0, 7, 5, 11, 9, 9],
                [4, 6, 0, 7, 7, 8, 12],
                [6, 8, 6, 0, 6, 7, 10],
                [6, 2, 6, 7, 0, 7, 12],
                [4, 4, 5, 6, 6, 0, 6],
                [2, 4, 1, 3, 1, 7, 0],
            ],
            [1.581, 1.436, 1.294, 1.248, 1.108, 0.684, 0],
        ),
        # Citations among journals, Stigler (1994), Statistical Science 9: 94-108; beside the last.
        (
            ("Comm. Statist.", "JASA", "JRSS-B", "Biometrika"),
            [[0, 68, 17, 33], [813, 0, 142, 320], [276, 325, 0, 284], [730, 498, 221, 0]],
            [-2.949, -0.480, 0.269, 0],
        ),
    ],
)
def test_bradley_terry_of_published_tables(
    names: tuple[str, ...], wins: list[list[int]], published: list[float]
) -> None:
    ballots = [
        f"{count}: {one} > {other}"
        for one, row in zip(names, wins, strict=True)
        for other, count in zip(names, row, strict=True)
        if count
    ]
    found = bradley_terry(read_ballots("\n".join(ballots)), prior_sd=1000)
    beside = [found[name].value - found[names[-1]].value for name in names]
    assert beside == pytest.approx(published, abs=6e-4)


def test_bradley_terry_stays_finite_where_somebody_never_lost() -> None:
    found = bradley_terry(read_ballots("5: a > b > c\n"))
    assert found["a"].value > found["b"].value > found["c"].value
    assert all(math.isfinite(each.value) and each.error > 0 for each in found.values())


@settings(deadline=None, max_examples=30)
@given(RANKS, st.permutations("abcd"))
def test_names_make_no_difference_to_scores(rows, names) -> None:  # type: ignore[no-untyped-def]
    to = dict(zip("abcd", names, strict=True))
    renamed = [([to[name] for name in order], n, count) for order, n, count in rows]
    one, other = profile_from(rows), profile_from(renamed)
    assert {to[name]: points for name, points in borda(one).items()} == borda(other)
    mine, theirs = bradley_terry(one), bradley_terry(other)
    assert all(math.isclose(mine[n].value, theirs[to[n]].value, abs_tol=1e-9) for n in "abcd")


def test_ties_go_by_the_rules_in_their_order_and_say_which() -> None:
    mean = Rule("mean", {"a": 8.0, "b": 8.0, "c": 8.0, "d": 9.0})
    chance = Rule("chance of the top", {"a": 0.5, "b": 0.5, "c": 0.2, "d": 0.9})
    scores = {"j1": {"a": 7, "b": 9}, "j2": {"a": 6, "b": 8}, "j3": {"a": 9, "c": 1}}
    direct = head_to_head(("a", "b"), scores)
    decided = settle("abcd", [mean, chance, direct])
    assert decided.groups == (("d",), ("b",), ("a",), ("c",))
    assert decided.steps == (
        ("mean", ("a", "b", "c", "d")),
        ("chance of the top", ("a", "b", "c")),
        ("judges who scored both", ("a", "b")),
    )


def test_what_no_rule_parts_stays_tied_until_somebody_named_casts() -> None:
    assert settle("ab", []).groups == (("a", "b"),)
    half = CastingVote("the chair", ("b",))
    assert settle("ab", [], half).groups == (("a", "b"),)
    decided = settle("ab", [], CastingVote("the chair", ("b", "a")))
    assert decided.groups == (("b",), ("a",))
    assert decided.steps == (("casting vote of the chair", ("a", "b")),)
