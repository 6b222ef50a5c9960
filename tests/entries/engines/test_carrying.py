from __future__ import annotations

from plaudit.entries.engines.carrying import matched


def test_names_match_whatever_their_case_and_little_words_and_each_is_used_once() -> None:
    earlier = {1: "Outcomes", 2: "Spread and adoption", 3: "Value", 4: "Team"}
    asked = {
        "a": "Outcome",
        "b": "Adoption & spread",
        "c": "Value for money",
        "d": "THE TEAM",
        "e": "Team",
    }
    assert matched(earlier, asked) == {"a": 1, "b": 2, "d": 4}


def test_nothing_matches_nothing() -> None:
    assert matched({}, {"a": "Outcome"}) == {}
    assert matched({1: "!!!"}, {"a": "???"}) == {}
