"""The cells of a file of organisations: CSV in the encodings that there are, a spreadsheet, or a zip of one CSV.

Pure: bytes in, rows of text out.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Callable, Iterator

import python_calamine

Rows = list[list[str]]
LARGEST_UNPACKED = 60 * 1024 * 1024
BROKEN = "The spreadsheet is broken or protected by a password."


class UnreadableFile(Exception):
    """Raised with a sentence for the person when nothing can be read from the file."""


def cells_of(content: bytes, filename: str, is_table: Callable[[Rows], bool]) -> Rows:
    """Return the rows of a .csv, .xlsx or .ods file, or of the one .csv in a .zip.

    Of several sheets, the first that `is_table`, else the first. Raises UnreadableFile.
    """
    if content[:4] == b"PK\x03\x04":
        packed = _only_csv(content)
        return list(_lines(packed)) if packed is not None else _sheet(content, is_table)
    if filename.casefold().endswith((".xlsx", ".xls", ".ods")) or b"\x00" in content[:1000]:
        raise UnreadableFile(
            "The file is not a spreadsheet that can be read. Save it as .xlsx, .ods or .csv."
        )
    return list(_lines(content))


def _lines(content: bytes) -> Iterator[list[str]]:
    text = _decoded(content)
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            yield [_line(cell) for cell in row]
    except csv.Error as error:
        raise UnreadableFile(f"The file cannot be read as CSV: {error}.") from None


def _only_csv(content: bytes) -> bytes | None:
    """Return the CSV in a zip, as the Organisation Data Service packs them; None for what is a spreadsheet."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [one for one in archive.infolist() if one.filename.lower().endswith(".csv")]
            if len(names) != 1:
                return None
            with archive.open(names[0]) as file:
                unpacked = file.read(LARGEST_UNPACKED + 1)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, RuntimeError, OSError, ValueError) as error:
        raise UnreadableFile(BROKEN) from error
    if len(unpacked) > LARGEST_UNPACKED:
        raise UnreadableFile("What is packed in the file is too large. Split it.")
    return unpacked


def _sheet(content: bytes, is_table: Callable[[Rows], bool]) -> Rows:
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [
            [[_line(_text(cell)) for cell in row] for row in sheet.to_python()]
            for sheet in map(workbook.get_sheet_by_name, workbook.sheet_names)
        ]
    except (
        Exception
    ) as error:  # calamine raises errors of its own for each way a file can be broken
        raise UnreadableFile(BROKEN) from error
    return next(filter(is_table, sheets), sheets[0] if sheets else [])


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    return str(cell)


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _line(text: str) -> str:
    return " ".join(text.replace("\x00", "").split())
