"""Reads lists of pairs into arrays, quickly when all is well and item by item when something is not."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
import numpy.typing as npt

from plaudit.judging.engines.allocation.problem import Name, Whole
from plaudit.judging.engines.allocation.reading.members import a_list, a_name, kind
from plaudit.judging.engines.allocation.reading.text import shown
from plaudit.judging.engines.allocation.refusal import BadInput

Scores = npt.NDArray[np.float64] | Whole
GREATEST = 2**53
"""A score beyond is no longer told from its neighbours by most programs."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where each name stands among the entries and among the judges, as text or as a number."""

    entry: Mapping[Name, int]
    judge: Mapping[Name, int]
    judges: int

    @classmethod
    def of(cls, entries: Sequence[Name], judges: Sequence[Name]) -> Places:
        return cls(_either_way(entries), _either_way(judges), len(judges))

    def key(self, entry: Whole, judge: Whole) -> Whole:
        """One number for each pair, ascending by entry and then by judge."""
        return entry * max(1, self.judges) + judge


def _either_way(names: Sequence[Name]) -> dict[Name, int]:
    """7 and "7" are one id: no two ids are the same text."""
    found: dict[Name, int] = {}
    for place, name in enumerate(names):
        found[name] = place
        if isinstance(name, int):
            found[str(name)] = place
        elif (name.isdecimal() or name[0] == "-") and name.isascii() and len(name) < 20:
            with contextlib.suppress(ValueError):
                if str(number := int(name)) == name:
                    found[number] = place
    return found


def read_pairs(found: object, what: str, places: Places) -> Whole:
    """Read `[[entry, judge], …]` into keys, in the order given. Refuses repeats."""
    rows = a_list(found, f"“{what}”")
    entries, judges = _columns(rows, what, 2, places)
    keys = _codes(rows, what, entries, judges, places)
    _refuse_repeats(keys, rows, what)
    return keys


def read_scored(found: object, what: str, places: Places) -> tuple[Whole, Scores]:
    """Read `[[entry, judge, score], …]` into keys and scores, in the order given. Refuses repeats."""
    rows = a_list(found, f"“{what}”")
    entries, judges, *scores = _columns(rows, what, 3, places)
    keys = _codes(rows, what, entries, judges, places)
    _refuse_repeats(keys, rows, what)
    return keys, read_scores(scores[0], what, rows)


def read_scores(found: Sequence[Any], what: str, rows: Sequence[Any] | None = None) -> Scores:
    """Return the scores as whole numbers where all are, as floats otherwise."""
    kinds = set(map(type, found))
    if kinds <= {int, float}:
        try:
            scores: Scores = (
                np.array(found, dtype=np.float64)
                if float in kinds
                else np.array(found, dtype=np.int64)
            )
        except OverflowError:
            pass
        else:
            if not len(scores) or np.abs(scores).max() <= GREATEST:
                return scores
    for number, score in enumerate(found, 1):
        where = f"“{what}” item {number}" + (f" ({_pair(rows[number - 1])})" if rows else "")
        if isinstance(score, bool) or not isinstance(score, int | float):
            raise BadInput(f"{where}: the score must be a number, not {kind(score)}.")
        if isinstance(score, float) and not math.isfinite(score):
            raise BadInput(f"{where}: the score must be a finite number, not {score}.")
        if abs(score) > GREATEST:
            raise BadInput(f"{where}: the score must lie within ±2^53.")
    raise AssertionError("scores that are refused have a reason")


def _columns(rows: list[Any], what: str, width: int, places: Places) -> list[Sequence[Any]]:
    if set(map(type, rows)) <= {list} and set(map(len, rows)) <= {width}:
        return list(zip(*rows, strict=True)) if rows else [()] * width
    form = "[entry, judge]" if width == 2 else "[entry, judge, score]"
    for number, row in enumerate(rows, 1):
        if not isinstance(row, list):
            raise BadInput(f"“{what}” item {number} must be a list {form}, not {kind(row)}.")
        if len(row) != width:
            raise BadInput(f"“{what}” item {number} must be {form}; it has {len(row)} members.")
    raise AssertionError("rows that are refused have a reason")


def _codes(
    rows: list[Any], what: str, entries: Sequence[Any], judges: Sequence[Any], places: Places
) -> Whole:
    if set(map(type, entries)) | set(map(type, judges)) <= {str, int}:
        count = len(rows)
        entry = np.fromiter(map(places.entry.get, entries, repeat(-1)), np.int64, count)
        judge = np.fromiter(map(places.judge.get, judges, repeat(-1)), np.int64, count)
        if not count or min(entry.min(), judge.min()) >= 0:
            return places.key(entry, judge)
    for number, row in enumerate(rows, 1):
        for name, known, noun in ((row[0], places.entry, "entry"), (row[1], places.judge, "judge")):
            if a_name(name, f"“{what}” item {number}: the {noun}") not in known:
                raise BadInput(
                    f"“{what}” item {number} names the {noun} {shown(name)}, which is not in the list of "
                    f"{'entries' if noun == 'entry' else 'judges'}."
                )
    raise AssertionError("names that are refused have a reason")


def _refuse_repeats(keys: Whole, rows: Sequence[Any], what: str) -> None:
    order = np.argsort(keys, kind="stable")
    again = np.flatnonzero(np.diff(keys[order]) == 0)
    if len(again):
        second = int(order[again + 1].min())
        first = int(np.flatnonzero(keys == keys[second])[0])
        raise BadInput(
            f"“{what}” item {second + 1} repeats the pair of item {first + 1}: {_pair(rows[second])}."
        )


def _pair(row: Sequence[Any]) -> str:
    return f"{shown(row[0])}, {shown(row[1])}"
