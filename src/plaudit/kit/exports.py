"""Tables as CSV and XLSX that a spreadsheet opens as they are, and never runs.

A cell that a spreadsheet would take for a formula gets an apostrophe in front of it in CSV, and is written
as text in XLSX. Numbers stay numbers. See OWASP, "CSV Injection".
"""

from __future__ import annotations

import datetime as dt
import io
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, groupby, islice
from typing import Any, NamedTuple

import xlsxwriter

Cell = str | int | float | Decimal | bool | dt.datetime | None
Row = Sequence[Cell]


class Sheaf(NamedTuple):
    """Rows that begin alike and end alike, by columns, in a table too long to spell the same cells again and again."""

    before: Row
    columns: Sequence[Sequence[Cell]]
    after: Row

    @property
    def rows(self) -> Iterator[Row]:
        """Each row's own cells."""
        return zip(*self.columns, strict=True)


Rows = Iterable[Row | Sheaf]

BYTE_ORDER_MARK = "\ufeff"
UNSEEN, RUN = "\u200b\ufeff \u00a0\x00", "-=+@\t\r\n＝＋－＠"
RUNS = re.compile(f"[{UNSEEN}]*[{RUN}]")
MAY_RUN = frozenset(UNSEEN + RUN)  # what such a text can begin with
LONGEST_XLSX_TEXT = 32_767
CUT = " […cut here: a spreadsheet cell holds no more. The CSV file has it all.]"
ROWS_AT_ONCE, SHEAVES_AT_ONCE = 200, 40
CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def safe_text(text: str) -> str:
    """Return the text, behind an apostrophe if a spreadsheet would take it for a formula."""
    return "'" + text if RUNS.match(text) else text


def csv_chunks(header: Row, rows: Rows) -> Iterator[bytes]:
    """Yield the table as UTF-8 with a byte-order mark, a few hundred rows at a time (RFC 4180)."""
    waiting = [BYTE_ORDER_MARK + line for line in _lines([header])]
    for lines in _batches(rows):
        yield "\r\n".join([*waiting, *lines, ""]).encode()
        waiting = []
    yield "\r\n".join([*waiting, ""]).encode()


def _batches(rows: Rows) -> Iterator[list[str]]:
    for are_sheaves, alike in groupby(rows, key=lambda row: isinstance(row, Sheaf)):
        each: Iterator[Any] = alike
        while some := list(islice(each, SHEAVES_AT_ONCE if are_sheaves else ROWS_AT_ONCE)):
            yield _lines_of_sheaves(some) if are_sheaves else _lines(some)


def _lines_of_sheaves(sheaves: list[Sheaf]) -> list[str]:
    sheaves = [each for each in sheaves if each.columns[0]]
    befores = _lines([each.before for each in sheaves])
    afters = _lines([each.after for each in sheaves])
    columns = zip(*(each.columns for each in sheaves), strict=True)
    own = zip(*(_spelled(list(chain.from_iterable(parts))) for parts in columns), strict=True)
    texts = []
    for before, sheaf, after in zip(befores, sheaves, afters, strict=True):
        lines = map(",".join, islice(own, len(sheaf.columns[0])))
        between = f",{after}\r\n{before},"
        texts.append(f"{before},{between.join(lines)},{after}")
    return texts


def _lines(rows: Sequence[Row]) -> list[str]:
    """Return the rows as lines of CSV. By columns: most hold cells of one kind, spelled at one go."""
    if len(set(map(len, rows))) > 1:
        return [",".join(_spelled(row)) for row in rows]
    columns = map(_spelled, zip(*rows, strict=True))
    return list(map(",".join, zip(*columns, strict=True)))


def _spelled(cells: Sequence[Any]) -> list[str]:
    kinds = set(map(type, cells))
    if kinds == {int}:
        return list(map(str, cells))
    if kinds == {str}:
        return [
            f'"{cell}"' if cell and cell[0] not in MAY_RUN and '"' not in cell else _text(cell)
            for cell in cells
        ]
    return [_text(cell) if isinstance(cell, str) else _written(cell) for cell in cells]


def _text(cell: str) -> str:
    """Return the text as CSV: quoted, safe, and nothing at all if it is empty."""
    return '"' + safe_text(cell).replace('"', '""') + '"' if cell else ""


def _written(cell: float | Decimal | dt.datetime | None) -> str:
    """Return a number as digits, a truth as yes or no, a moment as people read it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, dt.datetime):
        return cell.isoformat(sep=" ", timespec="seconds")
    return str(cell)


def _each(rows: Rows) -> Iterator[Row]:
    for row in rows:
        if isinstance(row, Sheaf):
            yield from ([*row.before, *own, *row.after] for own in row.rows)
        else:
            yield row


def xlsx_file(sheet_name: str, header: Row, rows: Rows) -> io.BufferedRandom:
    """Return the table as a workbook of one sheet: a temporary file, at its beginning, gone once closed."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - handed to the caller, open
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "nan_inf_to_errors": True,
    }
    book = xlsxwriter.Workbook(file, options)
    sheet = book.add_worksheet(sheet_name[:31])
    bold = book.add_format({"bold": True})
    sheet.freeze_panes(1, 0)
    for column, cell in enumerate(header):
        sheet.write_string(0, column, str(cell), bold)
    for number, row in enumerate(_each(rows), start=1):
        for column, cell in enumerate(row):
            _write(sheet, number, column, cell)
    book.close()
    file.seek(0)
    return file


def _write(sheet: Any, row: int, column: int, cell: Cell) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, str):
        kept = (
            cell if len(cell) <= LONGEST_XLSX_TEXT else cell[: LONGEST_XLSX_TEXT - len(CUT)] + CUT
        )
        sheet.write_string(row, column, kept)
    elif isinstance(cell, bool | dt.datetime):
        sheet.write_string(row, column, _written(cell))
    else:
        sheet.write_number(row, column, cell)
