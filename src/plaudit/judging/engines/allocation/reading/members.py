"""Reads the members of one object, each of the kind it must be."""

from __future__ import annotations

import difflib
import math
from collections.abc import Collection, Mapping
from typing import Any

from plaudit.judging.engines.allocation.problem import MOST, Name
from plaudit.judging.engines.allocation.reading.text import shown
from plaudit.judging.engines.allocation.refusal import BadInput

ALIKE = 0.8


def an_object(value: object, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise BadInput(f"{where} must be an object, not {kind(value)}.")
    return value


def a_list(value: object, where: str) -> list[Any]:
    """Return the list; a missing one (None) is empty."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise BadInput(f"{where} must be a list, not {kind(value)}.")
    return value


def a_name(value: object, where: str) -> Name:
    """Return an id: text that is not empty, or a whole number."""
    if isinstance(value, bool) or not isinstance(value, str | int) or value == "":
        raise BadInput(f"{where} must be text or a whole number, not {kind(value)}.")
    if isinstance(value, str) and any("\ud800" <= each <= "\udfff" for each in value):
        raise BadInput(f"{where} holds half of a character (a lone surrogate).")
    return value


def names(value: object, where: str) -> tuple[Name, ...]:
    found = a_list(value, where)
    return tuple(a_name(each, f"{where}, item {n},") for n, each in enumerate(found, 1))


def a_number(value: object, where: str) -> int | float:
    """Return a finite number that is not negative and not beyond belief."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadInput(f"{where} must be a number, not {kind(value)}.")
    if isinstance(value, float) and not math.isfinite(value):
        raise BadInput(f"{where} must be a finite number, not {value}.")
    if value < 0:
        raise BadInput(f"{where} must not be negative: it is {shown(value)}.")
    if value > MOST:
        raise BadInput(f"{where} must be at most {MOST:,}.")
    return value


def a_whole_number(value: object, where: str) -> int:
    number = a_number(value, where)
    if number != int(number):
        raise BadInput(f"{where} must be a whole number, not {number}.")
    return int(number)


def check_keys(found: Mapping[str, Any], known: Collection[str], where: str) -> set[str]:
    """Return the keys that mean nothing here; refuse one that looks like a slip of the pen."""
    unknown = set(found) - set(known)
    for key in sorted(unknown):
        meant = difflib.get_close_matches(key, set(known) - set(found), n=1, cutoff=ALIKE)
        if meant:
            raise BadInput(f"{where} has a key {shown(key)}. Is {shown(meant[0])} meant?")
    return unknown


def kind(value: object) -> str:
    """What a JSON value is, in words."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"the text {shown(value)}" if value else "an empty text"
    if isinstance(value, int | float):
        return f"the number {shown(value)}"
    return "a list" if isinstance(value, list) else "an object"
