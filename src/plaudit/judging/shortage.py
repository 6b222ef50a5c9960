"""Says in words which categories have too few judges, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from plaudit.entries.models import Entry
from plaudit.judging.plan import EmptySeats

NAMED_AT_MOST = 3


def shortage_in_words(
    shortfalls: Iterable[EmptySeats], entries: Mapping[str, Entry], waiting: Mapping[str, int]
) -> tuple[str, ...]:
    """Return one line a category: how many more judges it needs, who is conflicted, who is not ready.

    `entries` are by id, with their categories; `waiting` counts the panel's judges who cannot be given
    entries yet, by category id. That many judges free of conflicts fill every empty seat.
    """
    by_panel: dict[str, list[EmptySeats]] = defaultdict(list)
    for shortfall in shortfalls:
        by_panel[shortfall.panel].append(shortfall)
    lines = []
    for panel, short in by_panel.items():
        category = entries[short[0].entry].category
        line = (
            category.position,
            category.name,
            _line(category.name, short, entries, waiting.get(panel, 0)),
        )
        lines.append(line)
    return tuple(line for _, _, line in sorted(lines))


def _line(name: str, short: list[EmptySeats], entries: Mapping[str, Entry], waiting: int) -> str:
    parts = [f"{name}: {_judges(max(one.missing for one in short))} needed"]
    if short[0].panel_size == 0:
        parts.append("nobody on this panel can be given entries yet")
    conflicted = sorted(
        (one for one in short if one.conflicted), key=lambda one: entries[one.entry].number
    )
    for one in conflicted[:NAMED_AT_MOST]:
        verb = "is" if one.conflicted == 1 else "are"
        parts.append(
            f"{one.conflicted} of {one.panel_size} {verb} conflicted on “{entries[one.entry]}”"
        )
    if len(conflicted) > NAMED_AT_MOST:
        parts.append(f"and so on {len(conflicted) - NAMED_AT_MOST} more")
    if waiting:
        has = "judge has" if waiting == 1 else "judges have"
        parts.append(f"{waiting} {has} yet to accept the terms or declare interests")
    return "; ".join(parts) + "."


def _judges(number: int) -> str:
    return f"{number} more judge{'' if number == 1 else 's'}"
