"""A file of scores, read as columns: its form, its header and where each row stands."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from pathlib import Path
from typing import TYPE_CHECKING

from plaudit.cli.running.refusal import CannotContinue

if TYPE_CHECKING:
    from _csv import Reader

UNREADABLE = 2
ROWS_AT_ONCE = 4_000
DELIMITERS = (",", ";", "\t")


def refuse(name: str, sentence: str, line: int | None = None) -> CannotContinue:
    """Return the refusal of a file, with the line named."""
    place = name if line is None else f"{name}, line {line}"
    return CannotContinue(f"{place}: {sentence}", exit_code=UNREADABLE)


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of the file: the line on which each ends, and each column that was asked for."""

    lines: Sequence[int]
    columns: dict[str, list[str]]
    has_decimal_commas: bool


def read_columns(
    file: str, *, needed: Sequence[str], optional: Sequence[str] = ()
) -> Iterator[Part]:
    """Yield the file's rows in parts; `-` is what comes in by a pipe.

    The cells are separated by commas, semicolons or tabs, whichever makes the header whole; names of columns
    are read without case; columns that nobody asked for are passed over, and so are lines whose cells are all empty.
    """
    name = "standard input" if file == "-" else Path(file).name
    try:
        text = _opened(file)
        try:
            yield from _parts(name, text, needed, optional)
        finally:
            if file != "-":
                text.close()
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise CannotContinue(f"{file} cannot be read: {reason}.", exit_code=UNREADABLE) from None
    except UnicodeDecodeError:
        sentence = "this is not UTF-8 text. Save the file as CSV UTF-8."
        raise refuse(name, sentence, _bad_line(file)) from None


def _opened(file: str) -> io.TextIOBase:
    if file == "-":
        return io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline="")
    return open(file, encoding="utf-8-sig", newline="")


def _bad_line(file: str) -> int | None:
    if file == "-":
        return None
    for number, line in enumerate(Path(file).read_bytes().split(b"\n"), 1):
        try:
            line.decode()
        except UnicodeDecodeError:
            return number
    return None


def _parts(
    name: str, text: io.TextIOBase, needed: Sequence[str], optional: Sequence[str]
) -> Iterator[Part]:
    first, skipped = "", 0
    for first in text:
        if first.strip() and not first.startswith("sep="):  # as spreadsheets put first
            break
        skipped += 1
    if not first.strip():
        raise refuse(name, "the file is empty.")
    delimiter, header = _header(name, first, needed, skipped + 1)
    places = {column: header.index(column) for column in (*needed, *optional) if column in header}
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    line = skipped + 1
    while rows := _some_rows(name, reader, skipped + 1):
        lines = _line_ends(rows, line, reader.line_num + skipped + 1)
        line = reader.line_num + skipped + 1
        if set(map(len, rows)) != {len(header)} or not all(map(any, rows)):
            lines, rows = _whole_rows(name, lines, rows, len(header))
        if rows:
            table = list(zip(*rows, strict=True))
            columns = {column: [*map(str.strip, table[place])] for column, place in places.items()}
            yield Part(lines, columns, delimiter != ",")


def _some_rows(name: str, reader: Reader, before: int) -> list[list[str]]:
    try:
        return list(islice(reader, ROWS_AT_ONCE))
    except csv.Error as error:
        line = before + reader.line_num
        raise refuse(name, f"the cells cannot be told apart ({error}).", line) from None


def _line_ends(rows: Sequence[Sequence[str]], before: int, last: int) -> Sequence[int]:
    """Return the line on which each row ends: a quoted cell may run over several."""
    if last - before == len(rows):
        return range(before + 1, last + 1)
    heights = (1 + sum(cell.replace("\r\n", "\n").count("\n") for cell in row) for row in rows)
    return list(accumulate(heights, initial=before))[1:]


def _whole_rows(
    name: str, lines: Sequence[int], rows: list[list[str]], width: int
) -> tuple[list[int], list[list[str]]]:
    """Return the rows without empty lines; a row of another width than the header's is refused."""
    kept = [(line, row) for line, row in zip(lines, rows, strict=True) if any(map(str.strip, row))]
    for line, row in kept:
        if len(row) != width:
            raise refuse(name, f"{_counted(len(row))} where the header has {width}.", line)
    return [line for line, _ in kept], [row for _, row in kept]


def _counted(cells: int) -> str:
    return "there is 1 cell" if cells == 1 else f"there are {cells} cells"


def _header(name: str, first: str, needed: Sequence[str], line: int) -> tuple[str, list[str]]:
    found: list[list[str]] = []
    for delimiter in DELIMITERS:
        try:
            cells = next(csv.reader([first], delimiter=delimiter, strict=True))
        except csv.Error as error:
            raise refuse(name, f"the header cannot be read ({error}).", line) from None
        header = [cell.strip().casefold() for cell in cells]
        found.append(header)
        if all(column in header for column in needed):
            twice = [column for column in header if column and header.count(column) > 1]
            if twice:
                raise refuse(name, f"the header names the column “{twice[0]}” twice.", line)
            return delimiter, header
    header = max(found, key=len)
    missing = [column for column in needed if column not in header]
    raise refuse(name, f"the header must name the columns {', '.join(needed)}; "
                       f"there is no “{missing[0]}”.", line)  # fmt: skip
