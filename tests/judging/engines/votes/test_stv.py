from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plaudit.judging.engines.votes import Ballot, CastingVote, Profile, count_stv, read_ballots
from plaudit.judging.engines.votes.ballots import profile_of
from plaudit.judging.engines.votes.stv import NotStrict, Quota, TieNotSettled

NAMES = ["Ann", "Bea", "Cy", "Di", "Ed"]


def test_a_surplus_goes_on_at_its_share_from_every_ballot() -> None:
    """20 votes, 2 seats, quota 7. Ann has 12: each of her ballots goes on at 5/12."""
    profile = read_ballots("8: Ann > Bea\n4: Ann > Cy\n5: Cy\n3: Di\n")
    result = count_stv(profile, 2)
    assert result.quota == 7
    first, second = result.counts[:2]
    assert first.elected == ("Ann",)
    assert second.totals["Bea"] == Fraction(40, 12)
    assert second.totals["Cy"] == 5 + Fraction(20, 12)
    assert second.totals["Ann"] == 7
    assert result.elected == ["Ann", "Cy"]


def test_the_weighted_inclusive_share_is_of_a_ballots_value_not_of_a_ballot() -> None:
    """A ballot that comes on at 1/2 and is part of a second surplus goes on at 1/2 times that share."""
    profile = read_ballots("40: Ann > Bea > Cy\n9: Bea > Cy\n6: Cy > Di\n5: Di\n")
    result = count_stv(profile, 3, quota=Quota.DROOP)
    assert result.quota == 16
    second = result.counts[1]
    assert second.totals["Bea"] == 9 + 24
    third = result.counts[2]
    assert third.totals["Cy"] == 6 + Fraction(17, 33) * 33
    assert result.elected == ["Ann", "Bea", "Cy"]


def test_the_weakest_goes_out_and_their_ballots_go_on() -> None:
    profile = read_ballots("4: Ann\n3: Bea\n2: Cy > Bea\n")
    result = count_stv(profile, 1)
    assert (result.elected, result.excluded) == (["Bea"], ["Cy"])


def test_a_tie_goes_by_the_latest_earlier_count_that_parts() -> None:
    profile = read_ballots("6: Ann\n3: Bea\n2: Cy\n1: Di > Cy\n")
    result = count_stv(profile, 1)
    assert result.excluded[:2] == ["Di", "Cy"]
    assert "count 1 of Bea, Cy" in result.counts[2].tie


def test_a_tie_that_nothing_parts_needs_a_casting_vote() -> None:
    profile = read_ballots("2: Ann\n2: Bea\n")
    with pytest.raises(TieNotSettled) as tie:
        count_stv(profile, 1)
    assert (tie.value.between, tie.value.what) == (("Ann", "Bea"), "exclusion")
    chair = CastingVote("the chair", ("Bea", "Ann"))
    assert count_stv(profile, 1, casting=chair).elected == ["Bea"]


def test_ballots_that_rank_alike_are_refused() -> None:
    with pytest.raises(NotStrict):
        count_stv(read_ballots("Ann = Bea > Cy"), 1)


BALLOTS = st.lists(
    st.tuples(st.permutations(NAMES), st.integers(1, 5), st.integers(1, 9)), min_size=1, max_size=12
)


def profile_from(rows: list[tuple[list[str], int, int]], names: list[str] = NAMES) -> Profile:
    renamed = dict(zip(NAMES, names, strict=True))
    return profile_of(
        names,
        [
            Ballot(tuple((renamed[name],) for name in order[:length]), count)
            for order, length, count in rows
        ],
    )


def chair(names: list[str] = NAMES) -> CastingVote:
    return CastingVote("the chair", tuple(names))


@settings(deadline=None)
@given(BALLOTS, st.integers(1, 4), st.sampled_from(list(Quota)))
def test_no_vote_is_made_or_lost_and_the_seats_are_filled(
    rows: list[tuple[list[str], int, int]], seats: int, quota: Quota
) -> None:
    profile = profile_from(rows)
    result = count_stv(profile, seats, quota=quota, casting=chair())
    assert len(set(result.elected)) == seats
    for count in result.counts:
        assert sum(count.totals.values()) + count.exhausted == profile.total


@settings(deadline=None)
@given(BALLOTS, st.integers(1, 3), st.permutations(NAMES))
def test_names_make_no_difference(
    rows: list[tuple[list[str], int, int]], seats: int, names: list[str]
) -> None:
    plain = count_stv(profile_from(rows), seats, casting=chair())
    renamed = count_stv(profile_from(rows, names), seats, casting=chair(names))
    to = dict(zip(NAMES, names, strict=True))
    assert {to[name] for name in plain.elected} == set(renamed.elected)


@settings(deadline=None)
@given(BALLOTS)
def test_a_solid_majority_elects_one_of_its_own(rows: list[tuple[list[str], int, int]]) -> None:
    profile = profile_from(rows)
    own = [("Ann",), ("Bea",)]
    more = [*profile.ballots, Ballot(tuple(own), profile.total + 1)]
    winner = count_stv(profile_of(NAMES, more), 1, casting=chair()).elected
    assert winner[0] in {"Ann", "Bea"}
