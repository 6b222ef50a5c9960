"""Tables as CSV and XLSX that a spreadsheet opens as they are, and never runs.

A cell that a spreadsheet would take for a formula gets an apostrophe in front of it in CSV, and is written
as text in XLSX. Numbers stay numbers. See OWASP, "CSV Injection".
"""

from __future__ import annotations

import datetime as dt
import io
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

import xlsxwriter

Cell = str | int | float | Decimal | bool | dt.datetime | None
Row = Sequence[Cell]

BYTE_ORDER_MARK = "\ufeff"
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
LONGEST_XLSX_TEXT = 32_767
CUT = " […cut here: a spreadsheet cell holds no more. The CSV file has it all.]"
ROWS_AT_ONCE = 200
CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def safe_text(text: str) -> str:
    """Return the text, behind an apostrophe if a spreadsheet would take it for a formula."""
    if text.startswith(FORMULA_STARTS) or text.lstrip("\u200b\ufeff \u00a0\x00").startswith(
        FORMULA_STARTS
    ):
        return "'" + text
    return text


def csv_chunks(header: Row, rows: Iterable[Row]) -> Iterator[bytes]:
    """Yield the table as UTF-8 with a byte-order mark, a few hundred rows at a time (RFC 4180)."""
    lines = [BYTE_ORDER_MARK + _csv_line(header)]
    for row in rows:
        lines.append(_csv_line(row))
        if len(lines) >= ROWS_AT_ONCE:
            yield "".join(lines).encode()
            lines.clear()
    yield "".join(lines).encode()


def _csv_line(row: Row) -> str:
    return ",".join([_csv_cell(cell) for cell in row]) + "\r\n"


def _csv_cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return '"' + safe_text(cell).replace('"', '""') + '"' if cell else ""
    return "" if cell is None else _written(cell)


def _written(cell: float | Decimal | dt.datetime) -> str:
    """Return a number as digits, a truth as yes or no, a moment as people read it."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, dt.datetime):
        return cell.isoformat(sep=" ", timespec="seconds")
    return str(cell)


def xlsx_file(sheet_name: str, header: Row, rows: Iterable[Row]) -> io.BufferedRandom:
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
    for number, row in enumerate(rows, start=1):
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
