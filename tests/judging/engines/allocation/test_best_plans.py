"""The engine's plans beside the best of all plans, found by trying everything."""

from __future__ import annotations

import itertools
import json
import random
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from plaudit.judging.engines.allocation import allocate, as_json, read_plan, read_problem
from plaudit.judging.engines.allocation.chain import Chain
from plaudit.judging.engines.allocation.leximin import leximin
from plaudit.judging.engines.allocation.seats import seat_lexicographic
from plaudit.judging.engines.allocation.terms import total_terms
from tests.judging.engines.allocation.small import (
    Plan,
    means,
    missing,
    plans,
    problems,
    seat_scores,
    total,
)
from tests.judging.engines.allocation.verify_certificate import Verified

OBJECTIVES = ("total", "seat-lexicographic", "leximin")


def solved(problem: dict[str, Any], keep: Any = (), **options: Any) -> tuple[Plan, dict[str, Any]]:
    result = as_json(allocate(read_problem(problem, keep=keep), **options))
    return frozenset((entry, judge) for entry, judge in result["assignments"]), result


@settings(max_examples=300, deadline=None)
@given(problems())
def test_the_greatest_total_and_its_certificate(problem: dict[str, Any]) -> None:
    plan, result = solved(problem)
    best = min((missing(problem, one), -total(problem, one)) for one in plans(problem))
    assert (missing(problem, plan), -total(problem, plan)) == best
    assert result["total"] == total(problem, plan)
    assert plan in set(plans(problem))
    assert Verified(problem, json.loads(json.dumps(result)), []).is_best


@pytest.mark.parametrize("digits", [6, 9, 16])
def test_leximin_of_scores_with_many_decimals_ends_and_is_the_best(digits: int) -> None:
    """Scores nearer to each other than the integer programmes can tell: rounded there, told as given."""
    random_scores = random.Random(digits)
    for _ in range(12):
        problem = {
            "entries": [{"id": f"e{n}", "demand": random_scores.randint(1, 2)} for n in range(4)],
            "judges": [{"id": f"j{n}", "min": 0, "max": 3} for n in range(3)],
            "affinity": [
                [f"e{n}", f"j{m}", round(random_scores.random(), digits)]
                for n in range(4)
                for m in range(3)
            ],
            "objective": "leximin",
        }
        score = {(entry, judge): each for entry, judge, each in problem["affinity"]}
        result = as_json(allocate(read_problem(problem)))
        lowest = [
            sorted(
                sum(score[entry["id"], judge] for judge in readers) / entry["demand"]
                for entry, readers in zip(problem["entries"], each, strict=True)
            )
            for each in _full_plans(problem)
        ]
        assert result["leximin"]["proven_ranks"] == 4
        assert result["leximin"]["lowest_means"] == pytest.approx(max(lowest), abs=2e-5)
        assert result["leximin"]["is_exact"] == (digits < 6)


def _full_plans(problem: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], ...]]:
    """Every way to fill all seats."""
    names = [judge["id"] for judge in problem["judges"]]
    of_entry = [itertools.combinations(names, entry["demand"]) for entry in problem["entries"]]
    for plan in itertools.product(*of_entry):
        loads = Counter(itertools.chain.from_iterable(plan))
        if all(loads[judge["id"]] <= judge["max"] for judge in problem["judges"]):
            yield plan


@settings(max_examples=300, deadline=None)
@given(problems())
def test_seat_by_seat(problem: dict[str, Any]) -> None:
    problem = problem | {"objective": "seat-lexicographic"}
    plan, result = solved(problem)
    best = max(
        ([-each for each in missing(problem, one)], seat_scores(problem, one))
        for one in plans(problem)
    )
    assert ([-each for each in missing(problem, plan)], seat_scores(problem, plan)) == best
    assert Verified(problem, result, []).is_best
    assert result["seats"]["worst"] == (min(best[1]) if best[1] else None)


@settings(max_examples=150, deadline=None)
@given(problems())
def test_leximin_over_entries(problem: dict[str, Any]) -> None:
    problem = problem | {"objective": "leximin"}
    plan, result = solved(problem)
    best = max(
        ([-each for each in missing(problem, one)], means(problem, one), total(problem, one))
        for one in plans(problem)
    )
    found = ([-each for each in missing(problem, plan)], means(problem, plan), total(problem, plan))
    assert found == best
    assert result["leximin"]["proven_ranks"] == len(best[1])
    assert result["leximin"]["stopped"] == ""


@settings(max_examples=150, deadline=None)
@given(problems())
def test_what_is_proven_of_a_large_problem_is_so(problem: dict[str, Any]) -> None:
    """Asked as large problems are, core by core, a beginning of the means is proven, and it is the best."""
    read = read_problem(problem)
    chain = Chain.over(read)
    base = chain.meet("total", total_terms(read))[: len(read.pairs)]
    _, fairness = leximin(chain, base, at_once=False)
    best = max(
        ([-each for each in missing(problem, one)], means(problem, one)) for one in plans(problem)
    )
    proven = [round(mean, 9) for mean in fairness.proven]
    assert proven == [round(float(mean), 9) for mean in best[1]][: len(proven)]
    assert fairness.stopped or len(proven) == len(best[1])


@settings(max_examples=100, deadline=None)
@given(problems())
def test_in_bands_the_worst_seat_is_still_exact(problem: dict[str, Any]) -> None:
    chain, levels = seat_lexicographic(read_problem(problem), is_every_score=False)
    best = max(
        ([-each for each in missing(problem, one)], seat_scores(problem, one))
        for one in plans(problem)
    )
    assert levels.worst == (min(best[1]) if best[1] else None)
    assert chain.flow is not None


@settings(max_examples=150, deadline=None)
@given(problems(has_minutes=True))
def test_reading_time_is_kept_and_the_plan_is_the_best(problem: dict[str, Any]) -> None:
    plan, result = solved(problem)
    best = min((missing(problem, one), -total(problem, one)) for one in plans(problem))
    assert plan in set(plans(problem))
    assert (missing(problem, plan), -total(problem, plan)) == best
    verified = Verified(problem, result, [])
    assert verified.worth <= verified.bound
    if any(judge["max_minutes"] is not None for judge in problem["judges"]):
        assert result["reading_time"]["is_best"]


@settings(max_examples=200, deadline=None)
@given(problems(), st.sampled_from(OBJECTIVES), st.randoms())
def test_the_order_of_the_input_changes_nothing(
    problem: dict[str, Any], objective: str, chance: random.Random
) -> None:
    problem = problem | {"objective": objective}
    _, expected = solved(problem)
    shuffled = {
        key: chance.sample(value, len(value)) if isinstance(value, list) else value
        for key, value in problem.items()
    }
    _, found = solved(shuffled)
    assert found == expected


@settings(max_examples=100, deadline=None)
@given(problems(), st.sampled_from(OBJECTIVES))
def test_other_names_change_no_figure(problem: dict[str, Any], objective: str) -> None:
    plan, _ = solved(problem | {"objective": objective})
    other = json.loads(
        json.dumps(problem | {"objective": objective})
        .replace('"j0"', '"z9"').replace('"e1"', '"a"').replace('"Trust"', '"zzz"')
    )  # fmt: skip
    renamed, _ = solved(other)
    assert missing(problem, plan) == missing(other, renamed)
    assert total(problem, plan) == total(other, renamed)
    assert seat_scores(problem, plan) == seat_scores(other, renamed) or objective == "total"
    assert means(problem, plan) == means(other, renamed) or objective != "leximin"


@settings(max_examples=150, deadline=None)
@given(problems(), st.integers(0, 3))
def test_more_room_is_never_worse(problem: dict[str, Any], place: int) -> None:
    before, _ = solved(problem)
    raised = json.loads(json.dumps(problem))
    judge = raised["judges"][place % len(raised["judges"])]
    assume(judge["max"] is not None)
    judge["max"] += 1
    after, _ = solved(raised)
    one = (missing(problem, before), -total(problem, before))
    assert (missing(raised, after), -total(raised, after)) <= one


@settings(max_examples=200, deadline=None)
@given(problems(), st.data(), st.booleans())
def test_an_earlier_plan_changes_as_little_as_can_be(
    problem: dict[str, Any], data: st.DataObject, may_move: bool
) -> None:
    earlier, result = solved(problem)
    assume(earlier)
    changed = json.loads(json.dumps(problem)) | {"forced": []}
    entry, judge = data.draw(st.sampled_from(sorted(earlier)))
    if data.draw(st.booleans()):
        changed["judges"] = [one for one in changed["judges"] if one["id"] != judge]
        changed["affinity"] = [row for row in changed["affinity"] if row[1] != judge]
        changed["conflicts"] = [row for row in changed["conflicts"] if row[1] != judge]
    elif [entry, judge] not in changed["conflicts"]:
        changed["conflicts"].append([entry, judge])
    plan, found = solved(changed, read_plan(result), may_move=may_move)

    def worth(one: Plan) -> tuple[int, ...]:
        empty, short = missing(changed, one)
        given_up = len(earlier - one)
        first = (empty, given_up) if may_move else (given_up, empty)
        return (*first, short, -total(changed, one))

    assert worth(plan) == min(worth(one) for one in plans(changed, earlier))
    assert Verified(changed, found, list(earlier)).is_best
    kept = {tuple(pair) for pair in found["assignments"]} & earlier
    given_up = {tuple(pair) for pair in found["changes"]["given_up"]}
    dropped = {(one["entry"], one["judge"]) for one in found["changes"]["dropped"]}
    assert (kept | given_up | dropped) == earlier


@settings(max_examples=120, deadline=None)
@given(problems(), st.data(), st.booleans(), st.sampled_from(["leximin", "seat-lexicographic"]))
def test_an_earlier_plan_that_no_longer_fits_gives_up_the_fewest_pairs_and_then_is_fair(
    problem: dict[str, Any], data: st.DataObject, may_move: bool, objective: str
) -> None:
    problem["forced"] = []
    earlier, result = solved(problem)
    changed = json.loads(json.dumps(problem)) | {"objective": objective}
    changed["caps"]["employer_per_entry"] = data.draw(st.sampled_from([None, 0, 1]))
    assume(earlier)
    _, lessened = data.draw(st.sampled_from(sorted(earlier)))
    judge = next(one for one in changed["judges"] if one["id"] == lessened)
    judge["max"] = data.draw(st.integers(0, result["loads"][lessened]))
    judge["min"] = min(judge["min"], judge["max"])
    plan, _ = solved(changed, read_plan(result), may_move=may_move)

    def worth(one: Plan) -> tuple[Any, ...]:
        empty, short = missing(changed, one)
        given_up = len(earlier - one)
        first = (empty, given_up) if may_move else (given_up, empty)
        fair = means(changed, one) if objective == "leximin" else seat_scores(changed, one)
        return (*first, short, [-each for each in fair])

    assert worth(plan) == min(worth(one) for one in plans(changed, earlier))


def test_doing_it_again_changes_nothing() -> None:
    problem = {
        "entries": [{"id": n, "demand": 2} for n in range(9)],
        "judges": [{"id": f"j{n}", "max": 5} for n in range(4)],
        "default_affinity": 1,
    }
    plan, result = solved(problem)
    again, found = solved(problem, read_plan(result))
    assert again == plan
    assert found["changes"]["added"] == found["changes"]["given_up"] == []


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_nothing_to_do(objective: str) -> None:
    plan, result = solved({"entries": [], "judges": [], "objective": objective})
    assert plan == frozenset()
    assert result["total"] == 0
    plan, result = solved(
        {"entries": [{"id": "e", "demand": 2}], "judges": [], "objective": objective}
    )
    assert result["unfilled"] == [
        {
            "entry": "e",
            "missing": 2,
            "why": "No category: 2 more judges needed; nobody sits on this panel.",
        }
    ]


def test_bands_are_finer_when_every_score_is_asked_for() -> None:
    problem = {
        "entries": [{"id": n, "demand": 1} for n in range(3)],
        "judges": [{"id": f"j{n}", "max": 1} for n in range(3)],
        "affinity": [[n, f"j{m}", 100 * n + m + (n == m)] for n in range(3) for m in range(3)],
        "objective": "seat-lexicographic",
    }
    coarse = as_json(allocate(read_problem(problem), is_every_score=False))
    exact = as_json(allocate(read_problem(problem), is_every_score=True))
    assert coarse["seats"]["bands"]
    assert exact["seats"]["bands"] == []
    assert exact["seats"]["worst"] == coarse["seats"]["worst"] == 2
