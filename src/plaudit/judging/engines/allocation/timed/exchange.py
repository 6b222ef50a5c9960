"""Fills seats that repair left empty: straight away, or by passing one entry on to make time for another."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from plaudit.judging.engines.allocation.limits import loads_limit, minutes_read
from plaudit.judging.engines.allocation.problem import NO_LIMIT, Problem, Whole


def filled_up(problem: Problem, chosen: Whole) -> Whole:
    """Return the plan with empty seats filled where that is simple. No seat that is filled is lost."""
    state = _State(problem, chosen)
    missing = problem.entries.demand - np.bincount(
        problem.pairs.entry[chosen > 0], minlength=len(problem.entries.names)
    )
    for entry in np.flatnonzero(missing > 0).tolist():
        for _ in range(int(missing[entry])):
            if not (state.seat(entry) or state.exchange(entry)):
                break
    found = np.zeros(len(chosen), dtype=np.int64)
    found[sorted(state.chosen)] = 1
    return found


class _State:
    def __init__(self, problem: Problem, chosen: Whole) -> None:
        self.problem = problem
        self.chosen = set(np.flatnonzero(chosen).tolist())
        pairs, judges = problem.pairs, problem.judges
        self.entry, self.judge = pairs.entry.tolist(), pairs.judge.tolist()
        self.start = np.searchsorted(
            pairs.entry, np.arange(len(problem.entries.names) + 1)
        ).tolist()
        load = np.bincount(pairs.judge[chosen > 0], minlength=len(judges.names))
        self.places = (loads_limit(problem) - load).tolist()
        time = np.where(judges.max_minutes == NO_LIMIT, 2**60, judges.max_minutes)
        self.time = (time - minutes_read(problem, chosen)).tolist()
        self.minutes = problem.entries.minutes.tolist()
        self.read: dict[int, list[int]] = defaultdict(list)
        for pair in sorted(self.chosen):
            self.read[self.judge[pair]].append(pair)

    def free(self, entry: int) -> list[int]:
        """The pairs of an entry that are not in the plan, the best first."""
        here = [p for p in range(self.start[entry], self.start[entry + 1]) if p not in self.chosen]
        return sorted(here, key=lambda pair: -int(self.problem.pairs.weight[pair]))

    def seat(self, entry: int) -> bool:
        for pair in self.free(entry):
            judge = self.judge[pair]
            has_room = self.places[judge] > 0 and self.time[judge] >= self.minutes[entry]
            if has_room and self._within_caps(pair):
                self._add(pair)
                return True
        return False

    def exchange(self, entry: int) -> bool:
        """Let a judge pass an entry on to somebody with time for it, and read this one instead."""
        for pair in self.free(entry):
            judge = self.judge[pair]
            for other in list(self.read[judge]):
                passed_on = self.entry[other]
                spare = self.time[judge] + self.minutes[passed_on]
                is_fixed = self.problem.pairs.forced[other] or self.problem.pairs.kept[other]
                if is_fixed or spare < self.minutes[entry] or self.places[judge] < 0:
                    continue
                self._remove(other)
                if self._within_caps(pair):
                    self._add(pair)
                    if self.seat(passed_on):
                        return True
                    self._remove(pair)
                self._add(other)
        return False

    def _add(self, pair: int) -> None:
        self._change(pair, 1)
        self.chosen.add(pair)
        self.read[self.judge[pair]].append(pair)

    def _remove(self, pair: int) -> None:
        self._change(pair, -1)
        self.chosen.remove(pair)
        self.read[self.judge[pair]].remove(pair)

    def _change(self, pair: int, sign: int) -> None:
        self.places[self.judge[pair]] -= sign
        self.time[self.judge[pair]] -= sign * self.minutes[self.entry[pair]]

    def _within_caps(self, pair: int) -> bool:
        caps, problem = self.problem.caps, self.problem
        entry, judge = self.entry[pair], self.judge[pair]
        employer, category = problem.judges.employer[judge], problem.entries.category[entry]
        if caps.employer_per_entry is not None and employer >= 0:
            here = (p for p in range(self.start[entry], self.start[entry + 1]) if p in self.chosen)
            together = sum(problem.judges.employer[self.judge[p]] == employer for p in here)
            if together >= caps.employer_per_entry:
                return False
        if caps.category_per_judge is not None and category >= 0:
            together = sum(
                problem.entries.category[self.entry[p]] == category for p in self.read[judge]
            )
            return bool(together < caps.category_per_judge)
        return True
