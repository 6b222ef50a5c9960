"""Small problems, and their best plans by trying everything."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

CATEGORIES = ("art", "film")
EMPLOYERS = ("Trust", "Council")
MOST_PAIRS = 11

Pair = tuple[str, str]
Plan = frozenset[Pair]


@st.composite
def problems(draw: st.DrawFn, *, has_minutes: bool = False) -> dict[str, Any]:
    """Up to four entries and four judges, with panels, employers, caps, conflicts and forced pairs."""
    entries = [
        {
            "id": f"e{number}",
            "demand": draw(st.integers(0, 3)),
            "category": draw(st.sampled_from((*CATEGORIES, None))),
            "organisations": draw(st.lists(st.sampled_from(EMPLOYERS), max_size=1)),
            "minutes": draw(st.sampled_from((10, 15, 25))) if has_minutes else 5,
        }
        for number in range(draw(st.integers(1, 4)))
    ]
    judges = []
    for number in range(draw(st.integers(1, 4))):
        least = draw(st.integers(0, 2))
        judges.append(
            {
                "id": f"j{number}",
                "min": least,
                "max": draw(st.sampled_from((None, least, least + 1, least + 2))),
                "max_minutes": draw(st.sampled_from((None, 20, 30, 45))) if has_minutes else None,
                "panels": draw(st.lists(st.sampled_from(CATEGORIES), unique=True)),
                "employer": draw(st.sampled_from((*EMPLOYERS, None, None))),
            }
        )
    pairs = [(entry["id"], judge["id"]) for entry in entries for judge in judges]
    listed = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=MOST_PAIRS))
    problem = {
        "entries": entries,
        "judges": judges,
        "affinity": [[*pair, draw(st.integers(-2, 6))] for pair in listed],
        "conflicts": [
            list(pair) for pair in draw(st.lists(st.sampled_from(pairs), unique=True, max_size=2))
        ],
        "forced": [],
        "caps": {
            "employer_per_entry": draw(st.sampled_from((None, None, 1, 2))),
            "category_per_judge": draw(st.sampled_from((None, None, 1, 2))),
        },
        "objective": "total",
    }
    forced = draw(st.sampled_from((None, *permitted(problem))))
    if forced and any(forced in plan for plan in plans(problem)):
        problem["forced"] = [list(forced)]
    return problem


def permitted(problem: dict[str, Any], also: frozenset[Pair] = frozenset()) -> list[Pair]:
    """The pairs that may be, with those in `also` that only panels or the list forbid."""
    entries = {one["id"]: one for one in problem["entries"]}
    judges = {one["id"]: one for one in problem["judges"]}
    listed = {(entry, judge) for entry, judge, _ in problem["affinity"]}
    barred = {tuple(pair) for pair in problem["conflicts"]}
    found = []
    for pair in sorted(listed | also):
        entry, judge = entries.get(pair[0]), judges.get(pair[1])
        if entry is None or judge is None or pair in barred:
            continue
        if judge["employer"] in entry["organisations"]:
            continue
        if judge["max_minutes"] is not None and entry["minutes"] > judge["max_minutes"]:
            continue
        on_panel = pair in listed and (not judge["panels"] or entry["category"] in judge["panels"])
        if on_panel or pair in also:
            found.append(pair)
    return found


def plans(problem: dict[str, Any], also: frozenset[Pair] = frozenset()) -> Iterator[Plan]:
    """Every plan that breaks no rule, however empty."""
    forced = {tuple(pair) for pair in problem["forced"]}
    pairs = permitted(problem, also)
    for size in range(len(pairs) + 1):
        for plan in itertools.combinations(pairs, size):
            if forced <= set(plan) and keeps_the_rules(problem, plan):
                yield frozenset(plan)


def keeps_the_rules(problem: dict[str, Any], plan: tuple[Pair, ...]) -> bool:
    entries = {one["id"]: one for one in problem["entries"]}
    judges = {one["id"]: one for one in problem["judges"]}
    seats, loads, minutes = Counter(), Counter(), Counter()
    staff, kinds = Counter(), Counter()
    for entry, judge in plan:
        seats[entry] += 1
        loads[judge] += 1
        minutes[judge] += entries[entry]["minutes"]
        if judges[judge]["employer"]:
            staff[entry, judges[judge]["employer"]] += 1
        if entries[entry]["category"]:
            kinds[judge, entries[entry]["category"]] += 1
    caps = problem["caps"]
    most_staff, most_kind = caps["employer_per_entry"], caps["category_per_judge"]
    return (
        all(seats[name] <= one["demand"] for name, one in entries.items())
        and all(one["max"] is None or loads[name] <= one["max"] for name, one in judges.items())
        and all(
            one["max_minutes"] is None or minutes[name] <= one["max_minutes"]
            for name, one in judges.items()
        )
        and (most_staff is None or all(count <= most_staff for count in staff.values()))
        and (most_kind is None or all(count <= most_kind for count in kinds.values()))
    )


def scores(problem: dict[str, Any]) -> dict[Pair, int]:
    return {(entry, judge): score for entry, judge, score in problem["affinity"]}


def missing(problem: dict[str, Any], plan: Plan) -> tuple[int, int]:
    """Empty seats, and units below the minimums."""
    loads = Counter(judge for _, judge in plan)
    short = sum(max(0, judge["min"] - loads[judge["id"]]) for judge in problem["judges"])
    return sum(entry["demand"] for entry in problem["entries"]) - len(plan), short


def total(problem: dict[str, Any], plan: Plan) -> int:
    found = scores(problem)
    return sum(found.get(pair, 0) for pair in plan)


def seat_scores(problem: dict[str, Any], plan: Plan) -> list[int]:
    found = scores(problem)
    return sorted(found.get(pair, 0) for pair in plan)


def means(problem: dict[str, Any], plan: Plan) -> list[Fraction]:
    """The mean score of each entry, ascending; an empty seat counts as the lowest permitted score."""
    found = scores(problem)
    lowest = min((found[pair] for pair in permitted(problem)), default=0)
    gains = Counter()
    for pair in plan:
        gains[pair[0]] += found.get(pair, 0) - lowest
    return sorted(
        Fraction(gains[entry["id"]], entry["demand"]) + lowest
        for entry in problem["entries"]
        if entry["demand"]
    )
