"""A series pasted from a spreadsheet: one line a point, a date and a value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from plaudit.entries.engines.charts.dates import date_in
from plaudit.entries.engines.charts.numbers import Number, number_in, plain

MOST_POINTS = 400
MOST_FAULTS = 10


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that could not be read: its number in the box, counted from 1, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Series:
    """What was read: points by date, earliest first; the unit written with the values; what was wrong."""

    points: tuple[tuple[dt.date, Decimal], ...]
    unit: str
    faults: tuple[Fault, ...]


def read_series(text: str) -> Series:
    """Read lines of a date and a value, apart by a tab, a semicolon, a comma or spaces.

    A first line in which neither is readable is a heading, and left out; so are blank lines. Points may come
    in any order. Each line that cannot be read gives a Fault; the points of the other lines are kept.
    """
    seen: dict[dt.date, int] = {}
    points: list[tuple[dt.date, Decimal]] = []
    faults: list[Fault] = []
    units: set[str] = set()
    for line, cells in _lines(text):
        try:
            day, number = _point(cells)
            if day in seen:
                raise ValueError(f"{_day(day)} is already on line {seen[day]}.")
            if number.unit and units - {number.unit}:
                raise ValueError(f"it is in {number.unit}, but lines above are in {units.pop()}.")
        except ValueError as error:
            faults.append(Fault(line, str(error)))
            continue
        seen[day] = line
        units |= {number.unit} - {""}
        points.append((day, number.value))
    if len(points) > MOST_POINTS:
        faults.append(Fault(0, f"A chart can hold {MOST_POINTS} points at most."))
    return Series(tuple(sorted(points)), next(iter(units), ""), tuple(faults))


def written_series(points: list[list[str]]) -> str:
    """Return kept points ([ISO date, value]) as the lines that `read_series` reads back."""
    return "\n".join(f"{_day(dt.date.fromisoformat(day))}\t{value}" for day, value in points)


def kept_series(series: Series) -> list[list[str]]:
    """Return the points as they are kept: [ISO date, value as plain text]."""
    return [[day.isoformat(), plain(value)] for day, value in series.points]


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    is_first = True
    for line, content in enumerate(text.splitlines(), start=1):
        if not content.strip():
            continue
        cells = _cells(content)
        if not (is_first and _is_heading(cells)):
            yield line, cells
        is_first = False


def _cells(content: str) -> list[str]:
    for mark in ("\t", ";"):
        if mark in content:
            cells = [cell.strip().strip('"').strip() for cell in content.split(mark)]
            while len(cells) > 2 and not cells[-1]:
                cells.pop()
            return cells
    day, comma, value = content.partition(",")
    spaced = content.strip().rsplit(None, 1)
    if comma and (_reads(date_in, day.strip(' "')) or not _reads(date_in, spaced[0])):
        value = value.strip().rstrip(",") if value.strip(" ,") else ""
        return [day.strip().strip('"').strip(), value.strip().strip('"').strip()]
    return spaced


def _is_heading(cells: list[str]) -> bool:
    return not any(_reads(date_in, cell) or _reads(number_in, cell) for cell in cells if cell)


def _reads(reader: object, cell: str) -> bool:
    try:
        reader(cell)  # type: ignore[operator]
    except ValueError:
        return False
    return True


def _point(cells: list[str]) -> tuple[dt.date, Number]:
    if len(cells) > 2:
        raise ValueError(f"it has {len(cells)} columns. Paste two: the dates and the values.")
    day = date_in(cells[0])
    if len(cells) < 2 or not cells[1]:
        raise ValueError("it has a date but no value. Take the line out if there is none.")
    return day, number_in(cells[1])


def _day(day: dt.date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year}"
