"""Why seats stay empty and minimums are missed: counted here, said in words here too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from plaudit.judging.engines.allocation.limits import minutes_read
from plaudit.judging.engines.allocation.problem import NO_LIMIT, Problem, Whole

Flags = npt.NDArray[np.bool_]

MOST_EXPLAINED = 25
"""For so many entries the others that compete with them are counted; it takes a walk through all of these."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """An entry with `missing` judges. Of the `panel_size` judges on its panel each is counted once:

    they read it already, are `conflicted`, have no score for it (`unlisted`), have too little time for an entry so
    long (`too_long`), or could read it but are at their greatest load (`full`), out of reading time
    (`out_of_time`), or held back by the cap on employers or on categories.
    `sharing` counts the entries, this one among them, that compete for the same judges, with the `seats`
    they want and the `places` that can be had; it is 0 when that does not explain the gap.
    """

    entry: int
    missing: int
    panel_size: int
    reading: int
    conflicted: int
    unlisted: int
    too_long: int
    full: int
    out_of_time: int
    same_employer: int
    category_full: int
    sharing: int = 0
    seats: int = 0
    places: int = 0


@dataclass(frozen=True, slots=True)
class Short:
    """A judge `below` their minimum, who may read `permitted` entries."""

    judge: int
    below: int
    permitted: int


def shortfalls(problem: Problem, chosen: Whole) -> list[Shortfall]:
    """Count, for each entry that is short, what became of its panel."""
    held = np.bincount(problem.pairs.entry[chosen > 0], minlength=len(problem.entries.names))
    missing = problem.entries.demand - held
    state = _State(problem, chosen)
    return [state.counted(int(entry), int(missing[entry])) for entry in np.flatnonzero(missing > 0)]


def shorts(problem: Problem, chosen: Whole) -> list[Short]:
    """Return the judges below their minimum."""
    judges = len(problem.judges.names)
    below = problem.judges.minimum - np.bincount(problem.pairs.judge[chosen > 0], minlength=judges)
    permitted = np.bincount(problem.pairs.judge, minlength=judges)
    return [
        Short(int(judge), int(below[judge]), int(permitted[judge]))
        for judge in np.flatnonzero(below > 0)
    ]


class _State:
    def __init__(self, problem: Problem, chosen: Whole) -> None:
        self.problem = problem
        self.chosen = chosen > 0
        pairs = problem.pairs
        count = len(problem.judges.names)
        self.load = np.bincount(pairs.judge[self.chosen], minlength=count)
        self.time = minutes_read(problem, chosen)
        self.start = np.searchsorted(pairs.entry, np.arange(len(problem.entries.names) + 1))
        self.of_judge = np.argsort(pairs.judge[self.chosen], kind="stable")
        self.read = pairs.entry[self.chosen][self.of_judge]
        self.read_start = np.searchsorted(
            pairs.judge[self.chosen][self.of_judge], np.arange(count + 1)
        )
        self.panels: dict[int, Flags] = {}
        self.explained = 0

    def panel(self, category: int) -> Flags:
        """Whether each judge sits on the panel of a category, -1 for entries of none."""
        if category not in self.panels:
            sits = (panels is None or category in panels for panels in self.problem.judges.panels)
            self.panels[category] = np.fromiter(sits, np.bool_, len(self.problem.judges.names))
        return self.panels[category]

    def barred(self, entry: int) -> Flags:
        """Whether each judge is in conflict with an entry."""
        judges = len(self.problem.judges.names)
        edges = np.array([entry * judges, (entry + 1) * judges])
        first, last = np.searchsorted(self.problem.conflicts, edges)
        found = np.zeros(judges, dtype=bool)
        found[self.problem.conflicts[first:last] - entry * judges] = True
        return found

    def counted(self, entry: int, missing: int) -> Shortfall:
        problem = self.problem
        here = slice(self.start[entry], self.start[entry + 1])
        able, reading = problem.pairs.judge[here], self.chosen[here]
        panel = self.panel(int(problem.entries.category[entry])).copy()
        panel[able] = True
        conflicted = panel & self.barred(entry)
        limit = problem.judges.max_minutes
        too_long = panel & ~conflicted & (limit != NO_LIMIT)
        too_long &= limit < problem.entries.minutes[entry]
        reasons = [self._held_back(entry, int(judge), able[reading]) for judge in able[~reading]]
        size, too_long[able] = int(panel.sum()), False
        sharing, seats, places = 0, 0, 0
        if set(reasons) == {"full"} and self.explained < MOST_EXPLAINED:
            sharing, seats, places = self._shared(entry)
            self.explained += 1
        return Shortfall(
            entry,
            missing,
            size,
            int(reading.sum()),
            int(conflicted.sum()),
            size - int(conflicted.sum()) - int(too_long.sum()) - len(able),
            int(too_long.sum()),
            reasons.count("full"),
            reasons.count("time"),
            reasons.count("employer"),
            reasons.count("category"),
            sharing,
            seats,
            places,
        )

    def _held_back(self, entry: int, judge: int, readers: Whole) -> str:
        judges, caps = self.problem.judges, self.problem.caps
        most = judges.maximum[judge]
        if most != NO_LIMIT and self.load[judge] >= most:
            return "full"
        limit = judges.max_minutes[judge]
        if limit != NO_LIMIT and self.time[judge] + self.problem.entries.minutes[entry] > limit:
            return "time"
        together = np.sum(judges.employer[readers] == judges.employer[judge])
        if caps.employer_per_entry is not None and together >= caps.employer_per_entry:
            return "employer"
        return "category"

    def _shared(self, entry: int) -> tuple[int, int, int]:
        """Entries that reach each other through judges who could change places, their seats and readers."""
        pairs = self.problem.pairs
        seen_entries, seen_judges, waiting = {entry}, set[int](), [entry]
        while waiting:
            one = waiting.pop()
            here = slice(self.start[one], self.start[one + 1])
            for judge in pairs.judge[here][~self.chosen[here]].tolist():
                if judge in seen_judges:
                    continue
                seen_judges.add(judge)
                for other in self.read[
                    self.read_start[judge] : self.read_start[judge + 1]
                ].tolist():
                    if other not in seen_entries:
                        seen_entries.add(other)
                        waiting.append(other)
        places = sum(
            int(self.chosen[self.start[one] : self.start[one + 1]].sum()) for one in seen_entries
        )
        seats = int(self.problem.entries.demand[sorted(seen_entries)].sum())
        return len(seen_entries), seats, places


def why(problem: Problem, short: Shortfall) -> str:
    """Say it: what is needed, and what became of each judge of the panel."""
    category = int(problem.entries.category[short.entry])
    name = problem.categories[category] if category >= 0 else "No category"
    entry = problem.entries.names[short.entry]
    size = short.panel_size
    parts = [f"{name}: {short.missing} more judge{_s(short.missing)} needed"]
    if size == 0:
        parts.append("nobody sits on this panel")
    counted = (
        (short.conflicted, f"conflicted on entry “{entry}”", "is", "are"),
        (short.unlisted, f"no score for entry “{entry}”", "has", "have"),
        (short.too_long, "less reading time than it takes", "has", "have"),
        (short.full, "as many entries as they may have", "has", "have"),
        (short.out_of_time, "too little reading time left", "has", "have"),
        (short.same_employer, "a colleague among its judges", "has", "have"),
        (short.category_full, f"as many entries of {name} as they may have", "has", "have"),
        (short.reading, "it already", "reads", "read"),
    )
    for number, what, one, many in counted:
        if number:
            parts.append(f"{number} of {size} {one if number == 1 else many} {what}")
    if short.sharing > 1:
        parts.append(
            f"{short.sharing} entries that share these judges want {short.seats} readings, and "
            f"{short.places} can be had"
        )
    return "; ".join(parts) + "."


def why_below(short: Short, minimum: int) -> str:
    if short.permitted < minimum:
        return (
            f"They may read {short.permitted} entr{'y' if short.permitted == 1 else 'ies'} in all."
        )
    return "Every seat that could be theirs is needed by others for their minimum, or is filled already."


def summary(problem: Problem, found: Sequence[Shortfall]) -> list[str]:
    """One line a category: the judges, free of conflicts and with time, that it would take at least."""
    by_category: dict[int, list[Shortfall]] = {}
    for short in found:
        by_category.setdefault(int(problem.entries.category[short.entry]), []).append(short)
    lines = []
    for category, short_ones in sorted(by_category.items()):
        name = problem.categories[category] if category >= 0 else "No category"
        needed = max(one.missing for one in short_ones)
        seats = sum(one.missing for one in short_ones)
        lines.append(
            f"{name}: {seats} reading{_s(seats)} missing on {len(short_ones)} "
            f"entr{'y' if len(short_ones) == 1 else 'ies'}; at least {needed} more judge{_s(needed)} needed."
        )
    return lines


def _s(number: int) -> str:
    return "" if number == 1 else "s"
