"""Files of organisations, read into rows: a CSV with headings, or the layout of the NHS Organisation Data Service.

Pure: bytes in, rows and problems out; nothing is looked up. The ODS layout is that of the published CSV files
(etr.csv, epraccur.csv and others): 27 columns without headings, of which 1 is the code, 2 the name, 5 to 9 the
address, 10 the postcode, 11 and 12 the days it opened and closed (YYYYMMDD), and 15 the code of its parent.
Source: NHS England, "Organisation Data Service: CSV downloads, file layout".
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import python_calamine

from plaudit.people.engines.register_names import in_case

MOST_ROWS = 80_000
ODS_COLUMNS = 12
NAME, POSTCODE, CLOSED, PARENT = 1, 9, 11, 14
SCHEMES = ("ods", "charity", "company", "gss")
HEADINGS = frozenset({"name", "kind", "aliases", "codes", "parent", "closed", *SCHEMES})
SEPARATORS = re.compile(r"[;|\n]")


class UnreadableFile(Exception):
    """Raised with a sentence for the person when nothing can be read from the file."""


@dataclass(frozen=True)
class RegisterRow:
    """An organisation as a file names it. `number` is its row, counted from 1 as a spreadsheet does.

    `kind` is as it was written; `codes` are (scheme, code); `parent` is a name or "scheme:code"; `place` tells
    two of one name apart. ODS names parents, such as regions, that no register here needs to hold.
    """

    number: int
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    codes: tuple[tuple[str, str], ...] = ()
    parent: str = ""
    closed_on: dt.date | None = None
    place: str = ""
    parent_may_be_unknown: bool = False


@dataclass(frozen=True)
class RowProblem:
    """Why a row, or a part of it, is left out."""

    number: int
    reason: str


@dataclass
class RegisterFile:
    """What was read from a file."""

    rows: list[RegisterRow] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)


def read_register_file(content: bytes, filename: str, ods_kind: str = "") -> RegisterFile:
    """Read a .csv or .xlsx file. `ods_kind` says that it has the ODS layout, and what kind they all are.

    Raises UnreadableFile.
    """
    cells = list(_cells(content, filename))
    if not any(any(row) for row in cells):
        raise UnreadableFile("The file is empty.")
    if len(cells) > MOST_ROWS:
        raise UnreadableFile(f"The file has more than {MOST_ROWS:,} rows. Split it.")
    return _ods_rows(cells, ods_kind) if ods_kind else _headed_rows(cells)


def _ods_rows(cells: list[list[str]], kind: str) -> RegisterFile:
    read = RegisterFile()
    for number, row in enumerate(cells, start=1):
        if not any(row):
            continue
        if len(row) < ODS_COLUMNS:
            reason = (
                f"It has {len(row)} columns; the ODS layout has 27. Is it a file with headings?"
            )
            read.problems.append(RowProblem(number, reason))
            continue
        code, name = row[0].upper(), row[NAME]
        if not code or not name:
            read.problems.append(RowProblem(number, "It lacks a code or a name."))
            continue
        closed_on, problem = _day(row[CLOSED])
        if problem:
            read.problems.append(RowProblem(number, problem))
        parent = row[PARENT].upper() if len(row) > PARENT else ""
        read.rows.append(
            RegisterRow(
                number=number,
                name=in_case(name),
                kind=kind,
                codes=(("ods", code),),
                parent=f"ods:{parent}" if parent else "",
                closed_on=closed_on,
                place=row[POSTCODE].upper(),
                parent_may_be_unknown=True,
            )
        )
    return read


def _headed_rows(cells: list[list[str]]) -> RegisterFile:
    headings = [heading.casefold().replace(" ", "_") for heading in cells[0]]
    if "name" not in headings or "kind" not in headings:
        raise UnreadableFile(
            "The first row must name the columns, “name” and “kind” among them. For a file of the NHS "
            "Organisation Data Service, which has no headings, choose the kind of its organisations."
        )
    read = RegisterFile()
    for heading in headings:
        if heading and heading not in HEADINGS:
            read.problems.append(RowProblem(1, f"The column “{heading}” is not used."))
    for number, row in enumerate(cells[1:], start=2):
        if not any(row):
            continue
        named = dict(zip(headings, row, strict=False))
        closed_on, problem = _day(named.get("closed", ""))
        if problem:
            read.problems.append(RowProblem(number, problem))
        codes, problems = _codes(named)
        read.problems.extend(RowProblem(number, reason) for reason in problems)
        read.rows.append(
            RegisterRow(
                number=number,
                name=named["name"],
                kind=named.get("kind", ""),
                aliases=tuple(_listed(named.get("aliases", ""))),
                codes=tuple(codes),
                parent=named.get("parent", ""),
                closed_on=closed_on,
            )
        )
    return read


def _codes(named: dict[str, str]) -> tuple[list[tuple[str, str]], list[str]]:
    codes = [(scheme, named[scheme].upper()) for scheme in SCHEMES if named.get(scheme)]
    problems = []
    for each in _listed(named.get("codes", "")):
        scheme, colon, code = each.partition(":")
        if colon and scheme.strip().casefold() in SCHEMES and code.strip():
            codes.append((scheme.strip().casefold(), code.strip().upper()))
        else:
            problems.append(f"“{each}” is no code. Write it like ods:RX1 or charity:1234567.")
    return codes, problems


def _listed(text: str) -> Iterator[str]:
    return (part.strip() for part in SEPARATORS.split(text) if part.strip())


def _day(text: str) -> tuple[dt.date | None, str]:
    """Return the day that "20240331" or "2024-03-31" names, and what is wrong with it."""
    if not text:
        return None, ""
    for form in ("%Y%m%d", "%Y-%m-%d", "%d/%m/%Y"):
        try:
            return dt.datetime.strptime(text[:10], form).date(), ""  # noqa: DTZ007 - a day alone
        except ValueError:
            continue
    return None, f"“{text[:20]}” is no day. Write it like 2024-03-31."


def _cells(content: bytes, filename: str) -> Iterator[list[str]]:
    if content[:4] == b"PK\x03\x04":
        yield from _sheet(content)
        return
    if filename.casefold().endswith((".xlsx", ".xls", ".ods")) or b"\x00" in content[:1000]:
        raise UnreadableFile(
            "The file is not a spreadsheet that can be read. Save it as .xlsx or .csv."
        )
    text = _decoded(content)
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            yield [_line(cell) for cell in row]
    except csv.Error as error:
        raise UnreadableFile(f"The file cannot be read as CSV: {error}.") from None


def _sheet(content: bytes) -> Iterator[list[str]]:
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        rows: Sequence[Sequence[object]] = workbook.get_sheet_by_index(0).to_python()
    except (
        Exception
    ) as error:  # calamine raises errors of its own for each way a file can be broken
        raise UnreadableFile("The spreadsheet is broken or protected by a password.") from error
    for row in rows:
        yield [_line(_text(cell)) for cell in row]


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
