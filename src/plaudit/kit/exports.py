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
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import xlsxwriter

Cell = str | int | float | Decimal | bool | dt.datetime | None
Row = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Sheaf:
    """Rows that begin alike and end alike, in a table too long to spell the same cells again and again."""

    before: Row
    rows: Iterable[Row]
    after: Row


Rows = Iterable[Row | Sheaf]

BYTE_ORDER_MARK = "\ufeff"
RUNS = re.compile("[\u200b\ufeff \u00a0\x00]*[-=+@\t\r\n＝＋－＠]")
SHORT = 24
KEPT_AT_MOST = 5_000
LONGEST_XLSX_TEXT = 32_767
CUT = " […cut here: a spreadsheet cell holds no more. The CSV file has it all.]"
ROWS_AT_ONCE = 200
CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def safe_text(text: str) -> str:
    """Return the text, behind an apostrophe if a spreadsheet would take it for a formula."""
    return "'" + text if RUNS.match(text) else text


def csv_chunks(header: Row, rows: Rows) -> Iterator[bytes]:
    """Yield the table as UTF-8 with a byte-order mark, a few hundred rows at a time (RFC 4180)."""
    spelled: dict[Cell, str] = {}
    lines = [BYTE_ORDER_MARK + _csv_cells(header, spelled) + "\r\n"]
    for row in rows:
        if isinstance(row, Sheaf):
            before = _csv_cells(row.before, spelled) + ","
            after = "," + _csv_cells(row.after, spelled) + "\r\n"
            lines += [f"{before}{_csv_cells(own, spelled)}{after}" for own in row.rows]
        else:
            lines.append(_csv_cells(row, spelled) + "\r\n")
        if len(lines) >= ROWS_AT_ONCE:
            yield "".join(lines).encode()
            lines.clear()
    yield "".join(lines).encode()


def _csv_cells(row: Row, spelled: dict[Cell, str]) -> str:
    return ",".join([spelled.get(cell) or _csv_cell(cell, spelled) for cell in row])


def _csv_cell(cell: Cell, spelled: dict[Cell, str]) -> str:
    """Return the cell as CSV. Short texts are names that come back in row after row: those are kept."""
    if cell.__class__ is int:
        return str(cell)
    if not isinstance(cell, str):
        return "" if cell is None else _written(cell)
    if not cell:
        return ""
    text = "'" + cell if RUNS.match(cell) else cell
    written = '"' + (text.replace('"', '""') if '"' in text else text) + '"'
    if len(cell) <= SHORT and len(spelled) < KEPT_AT_MOST:
        spelled[cell] = written
    return written


def _written(cell: float | Decimal | dt.datetime) -> str:
    """Return a number as digits, a truth as yes or no, a moment as people read it."""
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
