"""Which column of a file of the NHS Organisation Data Service holds what.

The published CSV files (etr.csv, epraccur.csv and others) have 27 columns without headings, of which 1 is the code,
2 the name, 5 to 9 the address, 10 the postcode, 11 and 12 the days it opened and closed (YYYYMMDD), and 15 the code
of its parent. Source: NHS England, "Organisation Data Service: CSV downloads, file layout". Reports and
spreadsheets made of them have headings in words of their own, often below a title: those are found by their words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

COLUMNS_AT_LEAST = 12
HEADINGS_WITHIN = 20
ODS_CODE = re.compile(r"[A-Z0-9]{2,12}", re.IGNORECASE)
CODE = {"code", "organisationcode", "orgcode", "odscode", "organisationid", "orgid"}
NAME = {"name", "organisationname", "orgname", "officialname"}
POSTCODE = {"postcode", "postalcode"}
CLOSED = {
    "closedate",
    "closeddate",
    "closingdate",
    "closed",
    "legalenddate",
    "enddate",
    "operationalenddate",
}
PARENT = {
    "parentorganisationcode",
    "parentcode",
    "parentorganisation",
    "parent",
    "parentorgcode",
    "parentodscode",
}


@dataclass(frozen=True)
class OdsColumns:
    """The columns, counted from 0, and how many rows stand above the first organisation; None: not there."""

    code: int = 0
    name: int = 1
    postcode: int | None = 9
    closed: int | None = 11
    parent: int | None = 14
    first_row: int = 0
    at_least: int = COLUMNS_AT_LEAST
    is_known: bool = True

    def fit(self, row: list[str]) -> bool:
        """Whether the row is long enough to be one of these."""
        return len(row) >= self.at_least

    def code_of(self, row: list[str]) -> str:
        return self._cell(row, self.code).upper()

    def name_of(self, row: list[str]) -> str:
        return self._cell(row, self.name)

    def postcode_of(self, row: list[str]) -> str:
        return self._cell(row, self.postcode).upper()

    def closed_of(self, row: list[str]) -> str:
        return self._cell(row, self.closed)

    def parent_of(self, row: list[str]) -> str:
        return self._cell(row, self.parent).upper()

    def _cell(self, row: list[str], column: int | None) -> str:
        return row[column] if column is not None and column < len(row) else ""


def ods_columns(cells: list[list[str]]) -> OdsColumns:
    """Return where things stand: by headings among the first rows, else by the published layout."""
    for number, row in enumerate(cells[:HEADINGS_WITHIN], start=1):
        headings = [re.sub(r"[^a-z]", "", heading.casefold()) for heading in row]
        code, name = _first(headings, CODE), _first(headings, NAME)
        if code is None or name is None:
            continue
        return OdsColumns(
            code=code,
            name=name,
            postcode=_first(headings, POSTCODE),
            closed=_first(headings, CLOSED),
            parent=_first(headings, PARENT),
            first_row=number,
            at_least=max(code, name) + 1,
        )
    fits = any(
        len(row) >= COLUMNS_AT_LEAST and ODS_CODE.fullmatch(row[0])
        for row in cells[:HEADINGS_WITHIN]
    )
    return OdsColumns(is_known=fits)


def _first(headings: list[str], wanted: set[str]) -> int | None:
    return next((place for place, heading in enumerate(headings) if heading in wanted), None)
