"""Scores from a file: one row a judge and entry, or one a judge, entry and criterion."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from plaudit.cli.calibrating.columns import Part, read_columns, refuse
from plaudit.cli.running.refusal import CannotContinue

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]
LARGEST = 1e9
SMALLEST = 1e-50
"""What lies nearer to nought is nought: squares of it would be lost."""


class Numbering(dict[str, int]):
    """Numbers labels from nought in the order in which they come."""

    def __missing__(self, label: str) -> int:
        number = self[label] = len(self)
        return number


@dataclass
class ScoreFile:
    """The rows as they stand, labels numbered; `category` is one item an entry."""

    name: str
    entries: list[str] = field(default_factory=list)
    judges: list[str] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)
    criteria: list[str] = field(default_factory=list)
    entry: Integers = field(default_factory=lambda: np.zeros(0, np.int64))
    judge: Integers = field(default_factory=lambda: np.zeros(0, np.int64))
    category: Integers = field(default_factory=lambda: np.zeros(0, np.int64))
    value: Floats = field(default_factory=lambda: np.zeros(0))
    criterion: Integers | None = None
    weight: Floats | None = None
    line: Integers = field(default_factory=lambda: np.zeros(0, np.int64))


def read_scores(file: str) -> ScoreFile:
    """Read and check a file of scores; raises CannotContinue with the line named."""
    reader = _Reader("standard input" if file == "-" else file.rsplit("/", 1)[-1])
    optional = ("category", "criterion", "weight")
    for part in read_columns(file, needed=("entry", "judge", "score"), optional=optional):
        reader.add(part)
    return reader.finished()


class _Reader:
    def __init__(self, name: str) -> None:
        self.name = name
        self.labels = {kind: Numbering() for kind in ("entry", "judge", "category", "criterion")}
        self.parts: dict[str, list[NDArray[np.generic]]] = {}

    def add(self, part: Part) -> None:
        self._keep("line", np.array(part.lines, np.int32))
        for kind in ("entry", "judge", "category", "criterion"):
            if kind in part.columns:
                column = part.columns[kind]
                if kind != "category" and "" in column:
                    raise self._refusal(f"the {kind} has no name.", part, column.index(""))
                numbers = list(map(self.labels[kind].__getitem__, column))
                self._keep(kind, np.array(numbers, np.int32))
        self._keep("value", self._numbers(part, "score"))
        if "weight" in part.columns:
            weight = self._numbers(part, "weight")
            if weight.min() < 0:
                raise self._refusal("a weight is below nought.", part, int(weight.argmin()))
            self._keep("weight", weight)

    def _keep(self, kind: str, values: NDArray[np.generic]) -> None:
        self.parts.setdefault(kind, []).append(values)

    def _refusal(self, sentence: str, part: Part, row: int) -> CannotContinue:
        return refuse(self.name, sentence, part.lines[row])

    def _numbers(self, part: Part, kind: str) -> Floats:
        column = part.columns[kind]
        if part.has_decimal_commas:
            column = [cell.replace(",", ".") for cell in column]
        try:
            values = np.array(list(map(float, column)))
        except ValueError:
            values = np.array([_number(cell) for cell in column])
        good = np.abs(values) <= LARGEST
        if not good.all() or "_" in "".join(column):
            bad = [not right or "_" in cell for right, cell in zip(good, column, strict=True)]
            row = bad.index(True)
            raise self._refusal(_complaint(kind, part.columns[kind][row]), part, row)
        values[np.abs(values) < SMALLEST] = 0.0
        return values

    def finished(self) -> ScoreFile:
        if not self.parts:
            raise refuse(self.name, "there are no scores below the header.")
        joined = {kind: np.concatenate(parts) for kind, parts in self.parts.items()}
        entry = joined["entry"].astype(np.int64)
        of_row = joined.get("category", np.zeros(len(entry), np.int32))
        return ScoreFile(
            name=self.name,
            entries=list(self.labels["entry"]),
            judges=list(self.labels["judge"]),
            categories=list(self.labels["category"]) or [""],
            criteria=list(self.labels["criterion"]),
            entry=entry,
            judge=joined["judge"].astype(np.int64),
            category=self._category_of(entry, of_row, joined["line"]),
            value=joined["value"],
            criterion=joined["criterion"].astype(np.int64) if "criterion" in joined else None,
            weight=joined.get("weight"),
            line=joined["line"],
        )

    def _category_of(
        self, entry: Integers, of_row: NDArray[np.generic], line: NDArray[np.generic]
    ) -> Integers:
        first = np.unique(entry, return_index=True)[1]
        category: Integers = of_row[first].astype(np.int64)
        strays = np.flatnonzero(category[entry] != of_row)
        if len(strays):
            row = int(strays[0])
            names = list(self.labels["category"])
            raise refuse(
                self.name,
                f"entry {list(self.labels['entry'])[entry[row]]} is in the category "
                f"“{names[int(of_row[row])]}” here and in “{names[category[entry[row]]]}” "
                f"on line {line[first[entry[row]]]}. An entry has one category.",
                int(line[row]),
            )
        return category


def _number(cell: str) -> float:
    try:
        return float(cell)
    except ValueError:
        return math.nan


def _complaint(kind: str, cell: str) -> str:
    if not cell:
        return f"the {kind} is missing. Leave the row out where there is none."
    shown = cell if len(cell) <= 40 else cell[:40] + "…"
    if math.isfinite(_number(cell)) and "_" not in cell:
        return f"the {kind} “{shown}” is too large."
    return f"the {kind} “{shown}” is not a number."


def read_pairs(file: str, known: ScoreFile) -> list[tuple[int, int]]:
    """Read conflicts, one pair of judge and entry a row, as numbers of entry and judge."""
    entries = {label: number for number, label in enumerate(known.entries)}
    judges = {label: number for number, label in enumerate(known.judges)}
    found = []
    for part in read_columns(file, needed=("judge", "entry")):
        columns = zip(part.lines, part.columns["entry"], part.columns["judge"], strict=True)
        for line, entry, judge in columns:
            _require_known(file, line, "entry", entry, entries)
            _require_known(file, line, "judge", judge, judges)
            found.append((entries[entry], judges[judge]))
    return found


def _require_known(file: str, line: int, kind: str, label: str, known: dict[str, int]) -> None:
    if label not in known:
        raise refuse(file, f"{kind} “{label}” is not among the scores.", line)


def read_time_left(file: str, judges: Sequence[str]) -> list[int]:
    """Read how many readings each judge has time for; judges who are not named have none."""
    numbers = {label: number for number, label in enumerate(judges)}
    left = [0] * len(judges)
    for part in read_columns(file, needed=("judge", "left")):
        for line, judge, cell in zip(
            part.lines, part.columns["judge"], part.columns["left"], strict=True
        ):
            _require_known(file, line, "judge", judge, numbers)
            if not (cell.isascii() and cell.isdigit() and len(cell) < 10):
                raise refuse(file, f"“{cell}” is not a whole number of readings.", line)
            left[numbers[judge]] = int(cell)
    return left
