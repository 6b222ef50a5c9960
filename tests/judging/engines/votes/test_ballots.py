from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.judging.engines.votes import Ballot, UnreadableBallots, read_ballots

BLT = '4 2\n-2\n3 1 3 4 0\n4 1 3 2 0\n2 4 1 3 0\n1 2 0\n0\n"Ann"\n"Bea"\n"Cy"\n"Di"\n"Best of"\n'
LINES = "# a panel\ncandidates: Di, Ann, Cy\n7: Ann > Cy > Di\n2: Di > Ann > Cy\n"
PREFLIB = "# ALTERNATIVE NAME 1: Ann\n# ALTERNATIVE NAME 2: Bea\n# ALTERNATIVE NAME 3: Cy\n5: 1,{2,3}\n1: 3\n"


def test_lines_are_read_and_equal_ballots_added_up() -> None:
    profile = read_ballots(LINES + "Ann>Cy>Di\n")
    assert profile.candidates == ("Ann", "Cy", "Di")
    assert profile.ballots == (
        Ballot((("Ann",), ("Cy",), ("Di",)), 8),
        Ballot((("Di",), ("Ann",), ("Cy",)), 2),
    )


def test_a_blt_file_gives_seats_title_and_leaves_out_who_withdrew() -> None:
    profile = read_ballots(BLT)
    assert (profile.candidates, profile.seats) == (("Ann", "Cy", "Di"), 2)
    assert (profile.title, profile.blank, profile.total) == ("Best of", 1, 9)


def test_spaces_within_a_name_count_as_one_so_that_a_casting_vote_can_name_it() -> None:
    profile = read_ballots('2 1\n1 1 2 0\n0\n"Ellen   Hurcombe"\n"Bo"\n')
    assert profile.candidates == ("Bo", "Ellen Hurcombe")
    assert read_ballots("# ALTERNATIVE NAME 1: Ann  Lee\n1: 1\n").candidates == ("Ann Lee",)


def test_a_comma_may_be_part_of_a_name() -> None:
    assert read_ballots("Lee, Ann > Moss, Bea\nLee, Ann").candidates == ("Lee, Ann", "Moss, Bea")


def test_a_preflib_file_may_rank_alike() -> None:
    profile = read_ballots(PREFLIB)
    assert profile.ballots == (Ballot((("Ann",), ("Bea", "Cy")), 5), Ballot((("Cy",),), 1))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no candidate"),
        ("Ann > Ann", "Line 1: a candidate is ranked twice"),
        ("Ann > > Bea", "Line 1: a name is missing"),
        ("0: Ann > Bea", "Line 1: a ballot is counted at least once"),
        ("candidates: Ann, Bea\nAnn > Zoe", "Line 2: “Zoe” is ranked and is not named"),
        ("Ann > Bea\n-3: Ann > Bea", "Line 2: “-3” does not count people"),
        ("2.5: Ann > Bea", "Line 1: “2.5” does not count people"),
        ("# ALTERNATIVE NAME 1: A\n3: 1,,1}", "Line 2: “1,,1}” is not an order"),
        ("Ann > Bea\ncandidates: Ann", "Line 2: candidates are named once"),
        ('2 1\n1 3 0\n0\n"A"\n"B"', "Line 2: there is no candidate 3"),
        ('2 1\n1 1 2\n0\n"A"\n"B"', "Line 2: a ballot is a count"),
        ('2 1\n1 1 0\n0\n"A"', "ends before all candidates"),
        ('2 1\nx 1 0\n0\n"A"\n"B"', "“x” is not a whole number"),
        ("# ALTERNATIVE NAME 1: A\n3: 2", "there is no alternative 2"),
        ("# ALTERNATIVE NAME 1: A\nten", "Line 2: a count and a colon"),
        ("99999999999999999999999: Ann", "is not a whole number"),
        ("# ALTERNATIVE NAME 1: A\n0: 1", "Line 2: a ballot is counted at least once"),
        ('2 1\n0 1 0\n0\n"A"\n"B"', "Line 2: a ballot is counted at least once"),
        ('2 1\n1 1 0\n0\n"A"\n"A"', "Two candidates have the same name, “A”"),
        ("# of 2026\nAnn, Bea, Cy\nBea, Ann", "Line 2: “>” stands between names, not “,”"),
        ("3\n1,Ann\n2,Bea\n3,Cy\n5,1,2,3", "Line 2: “>” stands between names, not “,”"),
    ],
)
def test_what_cannot_be_counted_is_said_with_its_line(text: str, said: str) -> None:
    with pytest.raises(UnreadableBallots, match=said):
        read_ballots(text)


@given(st.text(alphabet='Ab>=:,{}-#0123456789\n" \t\ufeffcandidates', max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        profile = read_ballots(text)
    except UnreadableBallots:
        return
    assert profile.candidates
    assert all(ballot.count > 0 for ballot in profile.ballots)


@given(st.permutations([*LINES.splitlines()[2:], "Cy > Di", "3: Cy"]))
def test_the_order_of_the_file_makes_no_difference(lines: list[str]) -> None:
    head = "candidates: Di, Ann, Cy\n"
    assert read_ballots(head + "\n".join(lines)) == read_ballots(
        head + "\n".join(sorted(lines, reverse=True))
    )
