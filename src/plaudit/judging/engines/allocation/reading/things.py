"""Reads the entries and the judges."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np

from plaudit.judging.engines.allocation.problem import NO_LIMIT, Entries, Judges, Name, Whole
from plaudit.judging.engines.allocation.reading.members import (
    a_list,
    a_name,
    a_number,
    a_whole_number,
    an_object,
    check_keys,
    names,
)
from plaudit.judging.engines.allocation.reading.minutes import rounded_down, rounded_up, scale_of
from plaudit.judging.engines.allocation.reading.text import shown
from plaudit.judging.engines.allocation.refusal import BadInput

ENTRY_KEYS = ("id", "demand", "category", "organisations", "minutes")
JUDGE_KEYS = ("id", "min", "max", "max_minutes", "panels", "employer")


@dataclass(frozen=True, slots=True)
class Things:
    entries: Entries
    judges: Judges
    categories: list[Name]
    minutes_scale: int
    ignored: set[str]


@dataclass(frozen=True, slots=True)
class _Entry:
    name: Name
    demand: int
    category: Name | None
    organisations: tuple[Name, ...]
    minutes: int | float


@dataclass(frozen=True, slots=True)
class _Judge:
    name: Name
    minimum: int
    maximum: int
    max_minutes: int | float
    panels: tuple[Name, ...]
    employer: Name | None


Thing = TypeVar("Thing", "_Entry", "_Judge")


def read_things(document: dict[str, Any]) -> Things:
    """Read `entries` and `judges` into arrays, in the order of their names, which are compared as text."""
    ignored: set[str] = set()
    entries = _all(document.get("entries"), "entries", _entry, ignored)
    judges = _all(document.get("judges"), "judges", _judge, ignored)
    categories = _different(one.category for one in entries)
    category = {str(name): place for place, name in enumerate(categories)}
    employers = _different(one.employer for one in judges)
    employer = {str(name): place for place, name in enumerate(employers)}
    times = [one.minutes for one in entries]
    limits = [one.max_minutes for one in judges if one.max_minutes != NO_LIMIT]
    scale = scale_of([*times, *limits])
    return Things(
        Entries(
            [one.name for one in entries],
            _array(one.demand for one in entries),
            _array(-1 if one.category is None else category[str(one.category)] for one in entries),
            _array(rounded_up(each, scale) for each in times),
            [one.organisations for one in entries],
        ),
        Judges(
            [one.name for one in judges],
            _array(one.minimum for one in judges),
            _array(one.maximum for one in judges),
            _array(rounded_down(one.max_minutes, scale) for one in judges),
            _array(-1 if one.employer is None else employer[str(one.employer)] for one in judges),
            employers,
            [
                frozenset(category[str(name)] for name in one.panels if str(name) in category)
                if one.panels
                else None
                for one in judges
            ],
        ),
        categories,
        scale,
        ignored,
    )


def _all(
    found: object, key: str, read: Callable[[Any, str, set[str]], Thing], ignored: set[str]
) -> list[Thing]:
    if found is None:
        raise BadInput(f"The problem has no {shown(key)}.")
    things = [
        read(one, f"{key} item {n}", ignored) for n, one in enumerate(a_list(found, f"“{key}”"), 1)
    ]
    seen: dict[str, int] = {}
    for number, thing in enumerate(things, 1):
        first = seen.setdefault(str(thing.name), number)
        if first != number:
            raise BadInput(
                f"{key} item {number} has the id {shown(thing.name)}, which item {first} has too."
            )
    return sorted(things, key=lambda one: str(one.name))


def _entry(found: Any, where: str, ignored: set[str]) -> _Entry:
    one = an_object(found, where)
    ignored |= {f"entries: {key}" for key in check_keys(one, ENTRY_KEYS, where)}
    name = a_name(one.get("id"), f"{where}: “id”")
    where += f" ({shown(name)})"
    if "demand" not in one:
        raise BadInput(f"{where} has no “demand”.")
    category = one.get("category")
    minutes = one.get("minutes")
    return _Entry(
        name,
        a_whole_number(one["demand"], f"{where}: “demand”"),
        None if category is None else a_name(category, f"{where}: “category”"),
        names(one.get("organisations"), f"{where}: “organisations”"),
        0 if minutes is None else a_number(minutes, f"{where}: “minutes”"),
    )


def _judge(found: Any, where: str, ignored: set[str]) -> _Judge:
    one = an_object(found, where)
    ignored |= {f"judges: {key}" for key in check_keys(one, JUDGE_KEYS, where)}
    name = a_name(one.get("id"), f"{where}: “id”")
    where += f" ({shown(name)})"
    employer = one.get("employer")
    least, most, time = one.get("min"), one.get("max"), one.get("max_minutes")
    minimum = 0 if least is None else a_whole_number(least, f"{where}: “min”")
    maximum = NO_LIMIT if most is None else a_whole_number(most, f"{where}: “max”")
    if NO_LIMIT < maximum < minimum:
        raise BadInput(f"{where} has “min” {minimum}, more than “max” {maximum}.")
    return _Judge(
        name,
        minimum,
        maximum,
        NO_LIMIT if time is None else a_number(time, f"{where}: “max_minutes”"),
        names(one.get("panels"), f"{where}: “panels”"),
        None if employer is None else a_name(employer, f"{where}: “employer”"),
    )


def _different(found: Iterable[Name | None]) -> list[Name]:
    """Return the names in the order of their text; 7 and "7" are one name, as ids are."""
    names = {name for name in found if name is not None}
    by_text = {str(name): name for name in sorted(names, key=lambda name: isinstance(name, str))}
    return [by_text[text] for text in sorted(by_text)]


def _array(numbers: Iterable[int]) -> Whole:
    return np.fromiter(numbers, dtype=np.int64)
