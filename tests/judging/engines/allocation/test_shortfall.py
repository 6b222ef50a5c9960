"""What is missing, in words."""

from __future__ import annotations

from typing import Any

import pytest

from plaudit.judging.engines.allocation import allocate, as_json, read_problem


def judges(count: int, **each: Any) -> list[dict[str, Any]]:
    return [{"id": f"j{number}", "panels": ["Digital"], **each} for number in range(count)]


def why(problem: dict[str, Any]) -> list[str]:
    return [one["why"] for one in as_json(allocate(read_problem(problem)))["unfilled"]]


def test_conflicts_scores_and_too_few_judges() -> None:
    problem = {
        "entries": [{"id": "Night owls", "demand": 4, "category": "Digital"}],
        "judges": judges(5),
        "affinity": [["Night owls", f"j{number}", 1] for number in (0, 1, 2, 3)],
        "conflicts": [["Night owls", "j0"], ["Night owls", "j1"]],
    }
    assert why(problem) == [
        (
            "Digital: 2 more judges needed; 2 of 5 are conflicted on entry “Night owls”; "
            "1 of 5 has no score for entry “Night owls”; 2 of 5 read it already."
        )
    ]


def test_judges_who_are_full_and_the_entries_they_share() -> None:
    problem = {
        "entries": [
            {"id": f"e{number}", "demand": 2, "category": "Digital"} for number in range(3)
        ],
        "judges": judges(2, max=2),
        "default_affinity": 1,
    }
    lines = why(problem)
    shared = "3 entries that share these judges want 6 readings, and 4 can be had"
    assert all(shared in line for line in lines)
    assert all("as many entries as they may have" in line for line in lines)


def test_reading_time_and_caps() -> None:
    problem: dict[str, Any] = {
        "entries": [
            {"id": "long", "demand": 1, "category": "Digital", "minutes": 90},
            {"id": "short", "demand": 2, "category": "Digital", "minutes": 10},
        ],
        "judges": judges(2, max_minutes=60, employer="Trust"),
        "default_affinity": 1,
        "caps": {"employer_per_entry": 1},
    }
    assert why(problem) == [
        "Digital: 1 more judge needed; 2 of 2 have less reading time than it takes.",
        (
            "Digital: 1 more judge needed; 1 of 2 has a colleague among its judges; "
            "1 of 2 reads it already."
        ),
    ]
    problem["caps"] = {"category_per_judge": 0}
    assert "2 of 2 have as many entries of Digital as they may have" in why(problem)[1]


@pytest.mark.parametrize(
    ("affinity", "reason"),
    [
        ([], "They may read 0 entries in all."),
        (
            [["e", "j0", 5], ["e", "j1", 1]],
            "Every seat that could be theirs is needed by others for their minimum, or is filled already.",
        ),
    ],
)
def test_a_minimum_that_cannot_be_met(affinity: list[list[Any]], reason: str) -> None:
    problem = {
        "entries": [{"id": "e", "demand": 1, "category": "Digital"}],
        "judges": judges(2, min=1),
        "affinity": affinity,
    }
    result = as_json(allocate(read_problem(problem)))
    short = result["short"]
    assert {one["below_minimum"] for one in short} == {1}
    assert short[-1]["why"] == reason
    assert result["loads"] == ({"j0": 1, "j1": 0} if affinity else {"j0": 0, "j1": 0})


def test_a_line_for_each_category() -> None:
    problem = {
        "entries": [
            {"id": "a", "demand": 2, "category": "Digital"},
            {"id": "b", "demand": 3, "category": "Digital"},
        ],
        "judges": judges(1),
        "default_affinity": 0,
    }
    result = as_json(allocate(read_problem(problem)))
    assert result["shortfall"] == [
        "Digital: 3 readings missing on 2 entries; at least 2 more judges needed."
    ]
