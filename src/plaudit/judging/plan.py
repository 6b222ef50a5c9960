"""States a round as a problem for the allocation engine, and its plan in the words of the round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

Pair = tuple[str, str]
"""A judge and an entry, in this order."""

NO_PANEL = ["no panel of this round"]


@dataclass(frozen=True, slots=True)
class EmptySeats:
    """An entry that too few judges can read: `missing` seats, `conflicted` of `panel_size` judges."""

    entry: str
    panel: str
    missing: int
    conflicted: int
    panel_size: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The new pairs, and the entries left short."""

    pairs: frozenset[Pair]
    empty: tuple[EmptySeats, ...]


def planned(
    entries: Mapping[str, str],
    readers: Mapping[str, Collection[str]],
    conflicts: Collection[Pair],
    demand: int,
    kept: Collection[Pair],
) -> Plan:
    """Give each entry `demand` different judges of its panel, evenly, never one in `conflicts`.

    `entries` are by id with their panel, `readers` by id with the panels they can be given entries of. `kept` pairs
    stay, whoever holds them, count towards the demand and the loads, and are not among the pairs returned.
    """
    from plaudit.judging.engines.allocation import allocate, read_problem, shortfalls

    held = Counter(entry for _, entry in kept)
    holders = {judge for judge, _ in kept}
    problem = read_problem(
        {
            "entries": [
                {"id": entry, "demand": max(demand, held[entry]), "category": panel}
                for entry, panel in entries.items()
            ],
            "judges": [
                {"id": judge, "panels": sorted(readers.get(judge, NO_PANEL))}
                for judge in {*readers, *holders}
            ],
            "conflicts": _known(conflicts, entries, {*readers, *holders}),
            "default_affinity": 0,
        },
        keep=[(entry, judge) for judge, entry in kept],
    )
    found = allocate(problem)
    names = [(problem.entries.names[e], problem.judges.names[j]) for e, j in found.pairs()]
    return Plan(
        frozenset((str(judge), str(entry)) for entry, judge in names) - frozenset(kept),
        tuple(_in_round(problem, short, entries) for short in shortfalls(problem, found.chosen)),
    )


def _known(
    conflicts: Collection[Pair], entries: Collection[str], judges: Collection[str]
) -> list[list[str]]:
    return [
        [entry, judge] for judge, entry in set(conflicts) if entry in entries and judge in judges
    ]


def _in_round(problem: Any, short: Any, entries: Mapping[str, str]) -> EmptySeats:
    entry = str(problem.entries.names[short.entry])
    return EmptySeats(entry, entries[entry], short.missing, short.conflicted, short.panel_size)
