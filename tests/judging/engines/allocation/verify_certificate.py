"""Checks a result of `plaudit allocate` with its certificate, in plain Python, knowing nothing of the engine.

    python verify_certificate.py PROBLEM.json RESULT.json [KEPT.json]

For any prices of entries (a), judges (b) and capped groups (g, at least 0), a plan's worth is at most

    sum over pairs    max(0, worth of the pair - a - b - g)     (without the max for forced pairs)
  + sum over entries  the best over its filled seats f of       a f - (price of an empty seat) (demand - f)
  + sum over judges   the best over their load l of             b l - (price of a unit below the minimum)
                                                                 max(0, minimum - l)
  + sum over groups   cap g  + sum over judges  (price of a minute) (their minutes)

(weak duality). When the plan's own worth is equal to that, there is no better plan. Several stages are several
aims, each infinitely more important than the next: whole numbers with one huge base say that exactly.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

HUGE = 10**40


class Verified:
    """`worth` of the plan and the `bound` that no plan passes; `is_best` when they are the same."""

    def __init__(self, problem: dict[str, Any], result: dict[str, Any], kept: list[Any]) -> None:
        self.problem, self.result = problem, result
        self.certificate = result["certificate"]
        self.entries = sorted(problem["entries"], key=lambda one: str(one["id"]))
        self.judges = sorted(problem["judges"], key=lambda one: str(one["id"]))
        self.stages = self.certificate["stages"]
        self.kept = {tuple(pair) for pair in kept}
        self.forced = {tuple(pair) for pair in problem.get("forced") or []}
        self.worth_of = self.permitted()
        self.entry_price = self.prices("entries", self.entries)
        self.judge_price = {
            key: -price for key, price in self.prices("judges", self.judges).items()
        }
        self.group_prices()
        self.worth = self.worth_of_plan()
        self.bound = self.upper_bound()

    @property
    def is_best(self) -> bool:
        return self.worth == self.bound

    def combine(self, numbers: list[int]) -> int:
        total = 0
        for number in numbers:
            assert abs(number) * 10**6 < HUGE
            total = total * HUGE + int(number)
        return total

    def price(self, name: str) -> int:
        return self.combine([stage["prices"][name] for stage in self.stages])

    def prices(self, kind: str, things: list[dict[str, Any]]) -> dict[Any, int]:
        columns = zip(*(stage["potentials"][kind] for stage in self.stages), strict=True)
        return {
            thing["id"]: self.combine(list(column))
            for thing, column in zip(things, columns, strict=True)
        }

    def group_prices(self) -> None:
        """The price of each capped group: the difference of two potentials, never below 0."""
        self.employer_price: dict[Any, int] = {}
        self.category_price: dict[Any, int] = {}
        for kind, found in (
            ("employer_groups", self.employer_price),
            ("category_groups", self.category_price),
        ):
            for place, (owner, member) in enumerate(self.certificate[kind]):
                inner = self.combine([stage["potentials"][kind][place] for stage in self.stages])
                if kind == "employer_groups":
                    found[owner, member] = max(0, inner - self.entry_price[owner])
                else:
                    found[owner, member] = max(0, -self.judge_price[owner] - inner)

    def permitted(self) -> dict[Any, int]:
        """What each permitted pair is worth, without its minutes."""
        problem = self.problem
        listed = {(entry, judge): score for entry, judge, score in problem.get("affinity") or []}
        barred = {tuple(pair) for pair in problem.get("conflicts") or []}
        found = {}
        for entry in self.entries:
            for judge in self.judges:
                pair = entry["id"], judge["id"]
                if not self.may(entry, judge, pair, barred, listed):
                    continue
                score = listed.get(pair, problem.get("default_affinity") or 0)
                weight = round(score * self.certificate["scale"])
                found[pair] = self.combine(
                    [self.stage_worth(stage, weight, pair in self.kept) for stage in self.stages]
                )
        return found

    def may(
        self, entry: Any, judge: Any, pair: Any, barred: set[Any], listed: dict[Any, Any]
    ) -> bool:
        limit = judge.get("max_minutes")
        if pair in barred or judge.get("employer") in (entry.get("organisations") or []):
            return False
        if limit is not None and (entry.get("minutes") or 0) > limit:
            return False
        if pair in self.forced or pair in self.kept:
            return True
        panels = judge.get("panels") or []
        is_listed = pair in listed or self.problem.get("default_affinity") is not None
        return is_listed and (not panels or entry.get("category") in panels)

    def stage_worth(self, stage: Any, weight: int, is_kept: bool) -> int:
        prices = stage["prices"]
        worth = prices["score"] * (weight - prices["lowest"]) + prices["kept"] * is_kept
        for low, high, price in stage.get("levels", []):
            worth -= price * (low <= weight <= high)
        return worth

    def minute_price(self, place: int) -> int:
        none = [0] * len(self.judges)
        return self.combine([stage.get("minutes", none)[place] for stage in self.stages])

    def minutes(self, entry: Any) -> int:
        return round((entry.get("minutes") or 0) * self.certificate["minutes_scale"])

    def limit(self, judge: Any) -> int:
        return round(judge["max_minutes"] * self.certificate["minutes_scale"])

    def worth_of_plan(self) -> int:
        plan = [tuple(pair) for pair in self.result["assignments"]]
        assert len(set(plan)) == len(plan)
        assert self.forced <= set(plan)
        seats: dict[Any, int] = defaultdict(int)
        loads: dict[Any, list[Any]] = defaultdict(list)
        minutes = {entry["id"]: self.minutes(entry) for entry in self.entries}
        worth = 0
        for entry, judge in plan:
            worth += self.worth_of[entry, judge]
            seats[entry] += 1
            loads[judge].append(entry)
        for entry in self.entries:
            assert seats[entry["id"]] <= entry["demand"]
            worth -= self.price("unfilled") * (entry["demand"] - seats[entry["id"]])
        for judge in self.judges:
            read = loads[judge["id"]]
            assert judge.get("max") is None or len(read) <= judge["max"]
            if judge.get("max_minutes") is not None:
                assert sum(minutes[entry] for entry in read) <= self.limit(judge)
            worth -= self.price("short") * max(0, (judge.get("min") or 0) - len(read))
        self.check_caps(plan)
        return worth

    def check_caps(self, plan: list[Any]) -> None:
        caps = self.problem.get("caps") or {}
        employer = {judge["id"]: judge.get("employer") for judge in self.judges}
        category = {entry["id"]: entry.get("category") for entry in self.entries}
        together: dict[Any, int] = defaultdict(int)
        for entry, judge in plan:
            if employer[judge] is not None and caps.get("employer_per_entry") is not None:
                together[entry, employer[judge]] += 1
                assert together[entry, employer[judge]] <= caps["employer_per_entry"]
            if category[entry] is not None and caps.get("category_per_judge") is not None:
                together[category[entry], judge, "category"] += 1
                assert together[category[entry], judge, "category"] <= caps["category_per_judge"]

    def upper_bound(self) -> int:
        caps = self.problem.get("caps") or {}
        employer = {judge["id"]: judge.get("employer") for judge in self.judges}
        category = {entry["id"]: entry.get("category") for entry in self.entries}
        minute = {judge["id"]: self.minute_price(n) for n, judge in enumerate(self.judges)}
        time = {entry["id"]: self.minutes(entry) for entry in self.entries}
        degree: dict[Any, int] = defaultdict(int)
        times: dict[Any, list[int]] = defaultdict(list)
        bound = 0
        for pair, worth in self.worth_of.items():
            entry, judge = pair
            degree[entry] += 1
            times[judge].append(time[entry])
            left = worth - self.entry_price[entry] - self.judge_price[judge]
            left -= self.employer_price.get((entry, employer[judge]), 0)
            left -= self.category_price.get((judge, category[entry]), 0)
            left -= minute[judge] * time[entry]
            bound += left if pair in self.forced else max(0, left)
        for one in self.entries:
            most, price = min(one["demand"], degree[one["id"]]), self.entry_price[one["id"]]
            empty = self.price("unfilled")
            bound += max(price * f - empty * (one["demand"] - f) for f in {0, most})
        for one in self.judges:
            bound += self.best_load(one, sorted(times[one["id"]]))
            if minute[one["id"]]:
                assert minute[one["id"]] > 0
                bound += minute[one["id"]] * self.limit(one)
        bound += sum(price * caps["employer_per_entry"] for price in self.employer_price.values())
        bound += sum(price * caps["category_per_judge"] for price in self.category_price.values())
        return bound

    def best_load(self, judge: Any, times: list[int]) -> int:
        most = len(times) if judge.get("max") is None else min(judge["max"], len(times))
        if judge.get("max_minutes") is not None:
            while most and sum(times[:most]) > self.limit(judge):
                most -= 1
        price, least = self.judge_price[judge["id"]], judge.get("min") or 0
        return max(
            price * load - self.price("short") * max(0, least - load)
            for load in {0, min(least, most), most}
        )


def main(files: list[str]) -> int:
    problem, result, *kept = (json.loads(Path(file).read_text()) for file in files)
    found = Verified(problem, result, kept[0]["assignments"] if kept else [])
    if found.is_best:
        print("The plan is the best there is: its worth is the bound.")
    elif found.worth < found.bound:
        print("The plan keeps the rules; the certificate bounds what a better one could gain.")
    return 0 if found.worth <= found.bound else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
