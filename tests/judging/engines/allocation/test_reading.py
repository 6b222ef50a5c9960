from __future__ import annotations

import contextlib
import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plaudit.judging.engines.allocation import (
    BadInput,
    allocate,
    as_json,
    parse,
    read_plan,
    read_problem,
)

GOOD: dict[str, Any] = {
    "entries": [
        {
            "id": "e1",
            "demand": 2,
            "category": "Digital",
            "organisations": ["Trust"],
            "minutes": 20,
        },
        {"id": "e2", "demand": 1, "category": "Digital", "organisations": [], "minutes": 10},
    ],
    "judges": [
        {
            "id": "j1",
            "min": 0,
            "max": 2,
            "max_minutes": 60,
            "panels": ["Digital"],
            "employer": "Trust",
        },
        {"id": "j2", "min": 1, "max": 2, "max_minutes": None, "panels": [], "employer": None},
    ],
    "affinity": [["e1", "j1", 3], ["e1", "j2", 5], ["e2", "j1", 4]],
    "conflicts": [["e2", "j2"]],
    "forced": [["e2", "j1"]],
    "caps": {"employer_per_entry": 1, "category_per_judge": None},
    "objective": "total",
}


def changed(path: str, value: Any) -> dict[str, Any]:
    """The good problem with one member, at a path such as `judges.0.max`, replaced."""
    problem = copy.deepcopy(GOOD)
    target: Any = problem
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    for step in way:
        target = target[step]
    target[last] = value
    return problem


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("entries", {}, "“entries” must be a list, not an object"),
        ("entries.0", 7, "entries item 1 must be an object"),
        ("entries.0.id", None, "entries item 1: “id” must be text or a whole number, not null"),
        ("entries.1.id", "e1", "entries item 2 has the id “e1”, which item 1 has too"),
        ("entries.0.id", "\ud800", "entries item 1: “id” holds half of a character"),
        ("entries.0.demand", -1, "entries item 1 (“e1”): “demand” must not be negative"),
        ("entries.0.demand", 1.5, "“demand” must be a whole number, not 1.5"),
        ("entries.0.demand", True, "“demand” must be a number, not true"),
        ("entries.0.demand", "3", "“demand” must be a number, not the text “3”"),
        ("entries.0.minutes", float("nan"), "“minutes” must be a finite number, not nan"),
        ("entries.0.organisations", ["a", []], "“organisations”, item 2, must be text"),
        ("judges.1.min", 3, "judges item 2 (“j2”) has “min” 3, more than “max” 2"),
        ("judges.0.max", -2, "judges item 1 (“j1”): “max” must not be negative"),
        ("judges.0.max_minutes", float("inf"), "“max_minutes” must be a finite number, not inf"),
        ("judges.0.panels", "Digital", "“panels” must be a list, not the text “Digital”"),
        ("affinity.1", ["e1", "j1", 9], "“affinity” item 2 repeats the pair of item 1"),
        ("affinity.1", ["e1", "j9", 9], "“affinity” item 2 names the judge “j9”, which is not in"),
        ("affinity.1", ["e9", "j1", 9], "“affinity” item 2 names the entry “e9”, which is not in"),
        ("affinity.1", ["e1", "j2"], "“affinity” item 2 must be [entry, judge, score]; it has 2"),
        ("affinity.1", "e1", "“affinity” item 2 must be a list [entry, judge, score]"),
        ("affinity.1", ["e1", ["j2"], 4], "“affinity” item 2: the judge must be text"),
        ("affinity.1", ["e1", "j2", None], "the score must be a number, not null"),
        ("affinity.1", ["e1", "j2", True], "the score must be a number, not true"),
        ("affinity.1", ["e1", "j2", float("nan")], "the score must be a finite number, not nan"),
        ("affinity.1", ["e1", "j2", float("-inf")], "the score must be a finite number, not -inf"),
        ("affinity.1", ["e1", "j2", 10**30], "the score must lie within ±2^53"),
        ("affinity.1", ["e1", "j2", -(10**400)], "the score must lie within ±2^53"),
        ("entries.0.demand", 10**400, "“demand” must be at most 1,000,000,000"),
        ("judges.0.max_minutes", -(10**400), "“max_minutes” must not be negative"),
        ("conflicts.0", ["e2", "j1"], "“forced” item 1 forces judge “j1” on entry “e2”"),
        ("forced.0", ["e1", "j1"], "“forced” item 1 forces judge “j1” on entry “e1”"),
        ("entries.1.demand", 0, "“forced” gives entry “e2” 1 judges; its demand is 0"),
        ("judges.0.max", 0, "“forced” gives judge “j1” 1 entries; their “max” is 0"),
        ("judges.0.max_minutes", 5, "“forced” gives judge “j1” 10 minutes of reading"),
        ("caps.employer_per_entry", 0, "“forced” gives entry “e2” 1 judges of “Trust”"),
        ("caps.category_per_judge", 0, "“forced” gives judge “j1” 1 entries of “Digital”"),
        ("caps.region", 1, "“caps” has a key “region”"),
        ("objective", "fair", "“objective” must be one of total, seat-lexicographic, leximin"),
        ("objective", [], "“objective” must be one of"),
        ("default_affinity", "x", "the score must be a number"),
        ("conflict", [], "The problem has a key “conflict”. Is"),
    ],
)
def test_what_is_wrong_is_named(path: str, value: Any, words: str) -> None:
    if path in ("caps.region", "conflict"):
        problem = changed("objective", "total")
        (problem["caps"] if path == "caps.region" else problem)[path.rpartition(".")[2]] = value
        if path == "conflict":
            del problem["conflicts"]
    else:
        problem = changed(path, value)
    with pytest.raises(BadInput) as refusal:
        read_problem(problem)
    assert words in str(refusal.value)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (b"", "Line 1, column 1 is not JSON"),
        (b'{"entries": [\n,]}', "Line 2, column 1 is not JSON"),
        (b"{\n\xff}", "Line 2 is not UTF-8 text"),
        (b"[" * 100_000, "nested too deeply"),
        (b"[" + b"9" * 5_000 + b"]", "more than 4,300 digits"),
        (b'{"entries": [{"id": "e1", "id": "e2"}]}', "The key “id” stands twice"),
    ],
)
def test_what_is_not_json_is_named_by_its_line(source: bytes, words: str) -> None:
    with pytest.raises(BadInput) as refusal:
        parse(source)
    assert words in str(refusal.value)


@pytest.mark.parametrize("document", [None, 1, "text", [], True, {}, {"entries": []}])
def test_what_is_not_a_problem_is_refused(document: Any) -> None:
    with pytest.raises(BadInput):
        read_problem(document)


@pytest.mark.parametrize(
    "plan", [1, {}, {"assignments": 1}, [["e"]], [["e", "j"], ["e", "j"]], [1]]
)
def test_what_is_not_a_plan_is_refused(plan: Any) -> None:
    with pytest.raises(BadInput):
        read_plan(plan)


def test_keys_that_mean_nothing_are_named_and_ignored() -> None:
    problem = changed("objective", "total") | {"comment": "A first try"}
    problem["entries"][0]["title"] = "Night owls"
    result = as_json(allocate(read_problem(problem)))
    assert result["warnings"] == [
        "The key “comment” means nothing here and was ignored.",
        "The key “entries: title” means nothing here and was ignored.",
    ]


def test_a_judge_never_reads_an_entry_of_their_own_employer() -> None:
    result = as_json(allocate(read_problem(GOOD)))
    assert result["assignments"] == [["e1", "j2"], ["e2", "j1"]]
    assert result["unfilled"] == [
        {
            "entry": "e1",
            "missing": 1,
            "why": "Digital: 1 more judge needed; 1 of 2 is conflicted on entry “e1”; "
            "1 of 2 reads it already.",
        }
    ]


def test_ids_may_be_numbers_and_decimals_are_exact() -> None:
    problem = {
        "entries": [{"id": 1, "demand": 1}],
        "judges": [{"id": 7}, {"id": 8}],
        "affinity": [[1, 7, 0.1], [1, 8, 0.30000000000000004]],
    }
    result = as_json(allocate(read_problem(problem)))
    assert result["assignments"] == [[1, 8]]
    assert result["loads"] == {"7": 0, "8": 1}
    problem["affinity"] = [[1, 7, 0.1], [1, 8, 0.3]]
    assert as_json(allocate(read_problem(problem)))["scores"] == {
        "scale": 10,
        "is_exact": True,
        "rounding_costs_at_most": 0,
    }


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_a_number_and_the_same_number_as_text_are_one_name(data: st.DataObject) -> None:
    """Whoever lists an employer as 7 and an organisation as "7" means the same: it is a conflict."""

    def name(number: int) -> int | str:
        return data.draw(st.sampled_from([number, str(number)]))

    numbers = {
        "entries": [
            {"id": name(1), "demand": 1, "category": name(3), "organisations": [name(7)]},
            {"id": name(-2), "demand": 1, "category": name(3)},
        ],
        "judges": [
            {"id": name(11), "employer": name(7), "panels": [name(3)], "max": 1},
            {"id": name(12), "panels": [name(3)], "max": 1},
        ],
        "affinity": [[name(entry), name(judge), 5] for entry in (1, -2) for judge in (11, 12)],
    }
    plan = as_json(allocate(read_problem(numbers, keep=[(name(1), name(11))])))
    assert [[str(one) for one in pair] for pair in plan["assignments"]] == [
        ["-2", "11"],
        ["1", "12"],
    ]
    assert [one["why"] for one in plan["changes"]["dropped"]] == ["they are in conflict now"]


def test_scores_of_any_size_find_a_plan() -> None:
    for scores in ((1e-300, 2e-300), (1e15, -1e15), (2**53, -(2**53)), (1 / 3, 2 / 3), (0.0, 0.0)):
        problem = changed("affinity", [["e1", "j2", scores[0]], ["e2", "j1", scores[1]]])
        result = as_json(allocate(read_problem(problem)))
        assert result["total"] == pytest.approx(sum(scores))


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=3)
    | st.sampled_from(["e1", "e2", "j1", "j2", "Digital"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "demand", "min", "e1"]), inner, max_size=3)
    ),
    max_leaves=5,
)


@settings(max_examples=600, deadline=None)
@given(st.data())
def test_a_file_spoilt_anywhere_is_refused_or_solved(data: st.DataObject) -> None:
    problem: Any = copy.deepcopy(GOOD)
    for _ in range(data.draw(st.integers(1, 3))):
        target: Any = problem
        while True:
            keys = sorted(target) if isinstance(target, dict) else range(len(target))
            key = data.draw(st.sampled_from(list(keys))) if len(keys) else None
            if key is None:
                break
            if not isinstance(target[key], dict | list) or data.draw(st.integers(0, 3)) == 0:
                target[key] = data.draw(json_values)
                break
            target = target[key]
    with contextlib.suppress(BadInput):
        result = as_json(allocate(read_problem(parse(json.dumps(problem).encode()))))
        json.dumps(result, ensure_ascii=False).encode()


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=40) | st.text(max_size=40).map(str.encode), st.integers(0, 600))
def test_bytes_of_any_kind_are_refused_or_solved(noise: bytes, place: int) -> None:
    good = json.dumps(GOOD).encode()
    for source in (noise, good[:place] + noise + good[place:]):
        with contextlib.suppress(BadInput):
            allocate(read_problem(parse(source)))
