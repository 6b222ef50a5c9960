"""Files of organisations, read into rows: a table with headings, or a file of the NHS Organisation Data Service.

Pure: bytes in, rows and problems out; nothing is looked up.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from plaudit.people.engines.ods_layout import OdsColumns, ods_columns
from plaudit.people.engines.register_cells import Rows, UnreadableFile, cells_of
from plaudit.people.engines.register_names import in_case

__all__ = ["RegisterFile", "RegisterRow", "RowProblem", "UnreadableFile", "read_register_file"]

MOST_ROWS = 80_000
DAYS = (("%Y%m%d", 10), ("%Y-%m-%d", 10), ("%d/%m/%Y", 10), ("%d-%b-%Y", 11), ("%d %b %Y", 11))
SCHEMES = ("ods", "charity", "company", "gss")
HEADINGS = frozenset({"name", "kind", "aliases", "codes", "parent", "closed", *SCHEMES})
SEPARATORS = re.compile(r"[;|\n]")


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
    """Read a .csv, .xlsx or .ods file. `ods_kind` says that it has the ODS layout, and what kind they all are.

    Raises UnreadableFile.
    """
    cells = cells_of(content, filename, _is_ods if ods_kind else _is_headed)
    if not any(any(row) for row in cells):
        raise UnreadableFile("The file is empty.")
    if len(cells) > MOST_ROWS:
        raise UnreadableFile(f"The file has more than {MOST_ROWS:,} rows. Split it.")
    return _ods_rows(cells, ods_kind) if ods_kind else _headed_rows(cells)


def _is_ods(cells: Rows) -> bool:
    return ods_columns(cells).is_known


def _is_headed(cells: Rows) -> bool:
    return bool(cells) and {"name", "kind"} <= set(_headings(cells[0]))


def _ods_rows(cells: Rows, kind: str) -> RegisterFile:
    read, columns = RegisterFile(), ods_columns(cells)
    for number, row in enumerate(cells, start=1):
        if number <= columns.first_row or not any(row):
            continue
        if not columns.fit(row):
            reason = (
                f"It has {len(row)} columns; the ODS layout has 27. Is it a file with headings?"
            )
            read.problems.append(RowProblem(number, reason))
            continue
        _read_ods_row(read, columns, number, row, kind)
    return read


def _read_ods_row(
    read: RegisterFile, columns: OdsColumns, number: int, row: list[str], kind: str
) -> None:
    code, name = columns.code_of(row), columns.name_of(row)
    if not code or not name:
        read.problems.append(RowProblem(number, "It lacks a code or a name."))
        return
    closed_on, problem = _day(columns.closed_of(row))
    if problem:
        read.problems.append(RowProblem(number, problem))
    parent = columns.parent_of(row)
    read.rows.append(
        RegisterRow(
            number=number,
            name=in_case(name),
            kind=kind,
            codes=(("ods", code),),
            parent=f"ods:{parent}" if parent else "",
            closed_on=closed_on,
            place=columns.postcode_of(row),
            parent_may_be_unknown=True,
        )
    )


def _headings(row: list[str]) -> list[str]:
    return [heading.casefold().replace(" ", "_") for heading in row]


def _headed_rows(cells: Rows) -> RegisterFile:
    headings = _headings(cells[0])
    if "name" not in headings or "kind" not in headings:
        raise UnreadableFile(
            "The first row must name the columns, “name” and “kind” among them. For a file of the NHS "
            "Organisation Data Service, choose the kind of its organisations."
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
    """Return the day that "20240331", "2024-03-31" or "31-Mar-2024" names, and what is wrong with it."""
    if not text:
        return None, ""
    for form, length in DAYS:
        try:
            return dt.datetime.strptime(text[:length], form).date(), ""  # noqa: DTZ007 - a day alone
        except ValueError:
            continue
    return None, f"“{text[:20]}” is no day. Write it like 2024-03-31."
