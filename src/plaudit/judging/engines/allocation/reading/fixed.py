"""Refuses forced pairs that no plan can hold."""

from __future__ import annotations

from collections import Counter

from plaudit.judging.engines.allocation.problem import NO_LIMIT, Caps, Whole
from plaudit.judging.engines.allocation.reading.text import shown
from plaudit.judging.engines.allocation.reading.things import Things
from plaudit.judging.engines.allocation.refusal import BadInput


def check_forced(forced: Whole, conflicts: Whole, things: Things, caps: Caps) -> None:
    """Check conflicts, demand, greatest loads, reading time and caps, in this order."""
    pairs = _named(forced, things)
    barred = set(conflicts.tolist())
    for number, (key, (entry, judge)) in enumerate(zip(forced.tolist(), pairs, strict=True), 1):
        if key in barred:
            raise BadInput(
                f"“forced” item {number} forces judge {_judge(things, judge)} on entry "
                f"{_entry(things, entry)}, and they are in conflict."
            )
    _check_entries(pairs, things)
    _check_judges(pairs, things)
    _check_caps(pairs, things, caps)


def _check_entries(pairs: list[tuple[int, int]], things: Things) -> None:
    for entry, count in sorted(Counter(entry for entry, _ in pairs).items()):
        demand = int(things.entries.demand[entry])
        if count > demand:
            raise BadInput(
                f"“forced” gives entry {_entry(things, entry)} {count} judges; its demand is {demand}."
            )


def _check_judges(pairs: list[tuple[int, int]], things: Things) -> None:
    loads = Counter(judge for _, judge in pairs)
    times: Counter[int] = Counter()
    for entry, judge in pairs:
        times[judge] += int(things.entries.minutes[entry])
    for judge, load in sorted(loads.items()):
        most = int(things.judges.maximum[judge])
        if most != NO_LIMIT and load > most:
            raise BadInput(
                f"“forced” gives judge {_judge(things, judge)} {load} entries; their “max” is {most}."
            )
        limit = int(things.judges.max_minutes[judge])
        if limit != NO_LIMIT and times[judge] > limit:
            scale = things.minutes_scale
            raise BadInput(
                f"“forced” gives judge {_judge(things, judge)} {times[judge] / scale:g} minutes of "
                f"reading; their “max_minutes” is {limit / scale:g}."
            )


def _check_caps(pairs: list[tuple[int, int]], things: Things, caps: Caps) -> None:
    staff = Counter((entry, int(things.judges.employer[judge])) for entry, judge in pairs)
    for (entry, employer), count in sorted(staff.items()):
        if (
            employer >= 0
            and caps.employer_per_entry is not None
            and count > caps.employer_per_entry
        ):
            raise BadInput(
                f"“forced” gives entry {_entry(things, entry)} {count} judges of "
                f"{shown(things.judges.employers[employer])}; “employer_per_entry” is "
                f"{caps.employer_per_entry}."
            )
    reads = Counter((judge, int(things.entries.category[entry])) for entry, judge in pairs)
    for (judge, category), count in sorted(reads.items()):
        if (
            category >= 0
            and caps.category_per_judge is not None
            and count > caps.category_per_judge
        ):
            raise BadInput(
                f"“forced” gives judge {_judge(things, judge)} {count} entries of "
                f"{shown(things.categories[category])}; “category_per_judge” is "
                f"{caps.category_per_judge}."
            )


def _named(keys: Whole, things: Things) -> list[tuple[int, int]]:
    judges = max(1, len(things.judges.names))
    return [divmod(key, judges) for key in keys.tolist()]


def _entry(things: Things, entry: int) -> str:
    return shown(things.entries.names[entry])


def _judge(things: Things, judge: int) -> str:
    return shown(things.judges.names[judge])
