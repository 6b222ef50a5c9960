"""Gives each entry its judges. Pure: no database, and the same answer whatever the order of the input.

Of all allocations that fill as many seats as can be filled, this finds one whose loads are as even as
they can be: no other has a smaller greatest load, nor a smaller sum of squared loads. Seats are filled
one by one along the shortest alternating path to the least loaded judge within reach (successive
shortest paths, with costs only at the judges). Source: Harvey, Ladner, Lovász, Tamir, "Semi-matchings
for bipartite graphs and load balancing", Journal of Algorithms 59 (2006); Frank, Murota, "Decreasing
minimization on M-convex sets" (2022) for demands above one and loads that are given.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

Pair = tuple[str, str]
"""A judge and an entry, in this order."""


@dataclass(frozen=True, slots=True)
class EntryToRead:
    id: str
    panel: str


@dataclass(frozen=True, slots=True)
class Reader:
    """A judge who can read entries of the panels they sit on."""

    id: str
    panels: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shortfall:
    """An entry that too few judges can read: `missing` seats, `conflicted` of `panel_size` judges."""

    entry: str
    panel: str
    missing: int
    conflicted: int
    panel_size: int


@dataclass(frozen=True, slots=True)
class Allocation:
    """The new pairs, the load of each judge with what they had, and the entries left short."""

    pairs: frozenset[Pair]
    loads: dict[str, int]
    shortfalls: tuple[Shortfall, ...]


@dataclass(slots=True)
class _Table:
    """Who may read what, who reads what so far, and which of that may still be moved."""

    allowed: dict[str, list[str]]
    seated: dict[str, set[str]]
    loads: dict[str, int]
    movable: dict[str, set[str]] = field(default_factory=dict)

    def move_along(self, path: list[str]) -> None:
        """Seat the path's judges: entry, judge, entry, judge … Each later entry gave up the judge before."""
        for step in range(0, len(path) - 1, 2):
            entry, judge = path[step], path[step + 1]
            self.seated[entry].add(judge)
            self.movable[judge].add(entry)
            if step + 2 < len(path):
                giver = path[step + 2]
                self.seated[giver].remove(judge)
                self.movable[judge].remove(giver)
        self.loads[path[-1]] += 1


def allocate(
    entries: Iterable[EntryToRead],
    judges: Iterable[Reader],
    conflicts: Collection[Pair],
    demand: int,
    kept: Collection[Pair] = frozenset(),
) -> Allocation:
    """Give each entry `demand` different judges of its panel, never one in `conflicts`.

    `kept` pairs stay, count towards the demand and the loads, and are not among the pairs returned.
    """
    ordered = sorted(set(entries), key=lambda entry: entry.id)
    readers = sorted(set(judges), key=lambda judge: judge.id)
    barred = frozenset(conflicts)
    table = _laid_out(ordered, readers, barred, kept)
    shortfalls = []
    for entry in ordered:
        held = len(table.seated[entry.id])
        able = len(set(table.allowed[entry.id]) | table.seated[entry.id])
        for _ in range(held, min(demand, able)):
            table.move_along(_path_to_least_loaded(table, entry.id))
        if able < demand:
            panel = [judge for judge in readers if entry.panel in judge.panels]
            conflicted = sum(1 for judge in panel if (judge.id, entry.id) in barred)
            shortfalls.append(
                Shortfall(entry.id, entry.panel, demand - able, conflicted, len(panel))
            )
    pairs = {(judge, entry) for judge, held_by in table.movable.items() for entry in held_by}
    return Allocation(frozenset(pairs), table.loads, tuple(shortfalls))


def _laid_out(
    entries: list[EntryToRead],
    readers: list[Reader],
    barred: frozenset[Pair],
    kept: Collection[Pair],
) -> _Table:
    present = {entry.id for entry in entries}
    seated: dict[str, set[str]] = {entry.id: set() for entry in entries}
    loads = {judge.id: 0 for judge in readers}
    for judge, entry_id in kept:
        if entry_id in present:
            seated[entry_id].add(judge)
            loads[judge] = loads.get(judge, 0) + 1
    allowed = {
        entry.id: sorted(
            (
                judge.id
                for judge in readers
                if entry.panel in judge.panels
                and (judge.id, entry.id) not in barred
                and judge.id not in seated[entry.id]
            ),
            key=lambda judge_id, entry_id=entry.id: _shuffle(judge_id, entry_id),  # type: ignore[misc]
        )
        for entry in entries
    }
    return _Table(allowed, seated, loads, {judge.id: set() for judge in readers})


def _shuffle(judge: str, entry: str) -> bytes:
    """A fixed but mixed order, so that ties do not always seat the same judges together."""
    return hashlib.sha256(f"{judge} {entry}".encode()).digest()


def _path_to_least_loaded(table: _Table, start: str) -> list[str]:
    """Return the shortest path start, judge, entry, judge … to the least loaded judge within reach."""
    floor = min(table.loads.values())
    entry_before: dict[str, str] = {}
    judge_before: dict[str, str] = {}
    best: str | None = None
    waiting, seen = deque([start]), {start}
    while waiting:
        entry = waiting.popleft()
        for judge in table.allowed[entry]:
            if judge in entry_before or judge in table.seated[entry]:
                continue
            entry_before[judge] = entry
            if best is None or table.loads[judge] < table.loads[best]:
                best = judge
            if table.loads[best] == floor:
                return _traced(entry_before, judge_before, best)
            for further in sorted(table.movable[judge] - seen):
                seen.add(further)
                judge_before[further] = judge
                waiting.append(further)
    if best is None:
        raise AssertionError("a seat that can be filled has a judge within reach")
    return _traced(entry_before, judge_before, best)


def _traced(entry_before: dict[str, str], judge_before: dict[str, str], last: str) -> list[str]:
    path = [last]
    while (entry := entry_before[path[-1]]) in judge_before:
        path += [entry, judge_before[entry]]
    path.append(entry)
    return path[::-1]
