"""The problem as a network: one unit of flow from an entry to the sink, through a judge, is a seat filled.

    entry ─ [judges of one employer on it] ─ pair ─ [the judge's entries of one category] ─ judge ─ sink

The nodes in brackets stand only where a cap can bind. Each cap groups the arcs of one node, and the two
are on different sides, so that all of it stays a flow. From each judge two arcs lead to the sink: the first
for the minimum, with a price on what is missing, the other for the rest. From each entry an arc of
empty seats leads to the sink, so that there is always a plan.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plaudit.judging.engines.allocation.limits import loads_limit, seats_limit
from plaudit.judging.engines.allocation.problem import Problem, Whole


@dataclass(frozen=True, slots=True)
class Groups:
    """Arcs of which at most `cap` may be used: `owner` is an entry or a judge, `kind` an employer or category.

    `of_pair` is the group of each pair, -1 for none.
    """

    owner: Whole
    kind: Whole
    cap: Whole
    of_pair: Whole

    def __len__(self) -> int:
        return len(self.owner)


@dataclass(frozen=True, slots=True)
class Network:
    """Arcs in five blocks: pairs, empty seats, minimums, rest of the loads, groups of employers and of categories.

    `upper` and `lower` bound the flow on each arc; `supply` is what each node sends out. Entry e is node e,
    judge j is node entries + j, the sink comes next and then the groups.
    """

    entries: int
    judges: int
    pairs: int
    tail: Whole
    head: Whole
    lower: Whole
    upper: Whole
    supply: Whole
    by_employer: Groups
    by_category: Groups

    @property
    def sink(self) -> int:
        return self.entries + self.judges

    @property
    def unfilled(self) -> slice:
        return slice(self.pairs, self.pairs + self.entries)

    @property
    def minimums(self) -> slice:
        first = self.pairs + self.entries
        return slice(first, first + self.judges)

    @property
    def rest(self) -> slice:
        first = self.pairs + self.entries + self.judges
        return slice(first, first + self.judges)


def network_of(problem: Problem, by_judge: Groups | None = None) -> Network:
    """Build the network; forced pairs have a lower bound of one.

    `by_judge`, where given, stands for the groups of categories on the judges' side.
    """
    entries, judges, pairs = len(problem.entries.names), len(problem.judges.names), problem.pairs
    by_employer = _groups(
        pairs.entry, problem.judges.employer[pairs.judge], problem.caps.employer_per_entry
    )
    by_category = by_judge or _groups(
        pairs.judge, problem.entries.category[pairs.entry], problem.caps.category_per_judge
    )
    sink = entries + judges
    first = sink + 1
    tail = np.where(by_employer.of_pair < 0, pairs.entry, first + by_employer.of_pair)
    second = first + len(by_employer)
    head = np.where(by_category.of_pair < 0, entries + pairs.judge, second + by_category.of_pair)
    every_entry, every_judge = np.arange(entries), entries + np.arange(judges)
    seats, loads = seats_limit(problem), loads_limit(problem)
    least = np.minimum(problem.judges.minimum, loads)
    employer_nodes = first + np.arange(len(by_employer))
    category_nodes = second + np.arange(len(by_category))
    to_sink = np.full(entries + 2 * judges, sink)
    supply = np.zeros(second + len(by_category), dtype=np.int64)
    supply[:entries] = seats
    supply[sink] = -seats.sum()
    upper = np.concatenate(
        [np.ones(len(pairs)), seats, least, loads - least, by_employer.cap, by_category.cap]
    ).astype(np.int64)
    lower = np.zeros(len(upper), dtype=np.int64)
    lower[: len(pairs)] = pairs.forced
    return Network(
        entries,
        judges,
        len(pairs),
        np.concatenate(
            [tail, every_entry, every_judge, every_judge, by_employer.owner, category_nodes]
        ),
        np.concatenate([head, to_sink, employer_nodes, entries + by_category.owner]),
        lower,
        upper,
        supply,
        by_employer,
        by_category,
    )


def _groups(owner: Whole, kind: Whole, cap: int | None) -> Groups:
    """Group the pairs of each owner by kind; groups that the cap cannot touch are left out."""
    none = np.zeros(0, dtype=np.int64)
    if cap is None or len(owner) == 0:
        return Groups(none, none, none, np.full(len(owner), -1))
    kinds = int(kind.max()) + 2
    _, place, count = np.unique(owner * kinds + kind, return_inverse=True, return_counts=True)
    binds = (count > cap)[place] & (kind >= 0)
    keys, of_pair = np.unique((owner * kinds + kind)[binds], return_inverse=True)
    found = np.full(len(owner), -1, dtype=np.int64)
    found[binds] = of_pair
    return Groups(keys // kinds, keys % kinds, np.full(len(keys), cap, dtype=np.int64), found)
