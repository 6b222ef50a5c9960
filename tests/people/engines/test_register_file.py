"""Files of the NHS Organisation Data Service in every shape in which they go about. All rows are invented."""

from __future__ import annotations

import csv
import datetime as dt
import io
import time
import zipfile
from collections.abc import Sequence

import pytest
import xlsxwriter

from plaudit.people.engines.register_file import (
    RegisterRow,
    UnreadableFile,
    read_register_file,
)

Cells = Sequence[object]
HEADINGS = [
    "Organisation Code",
    "Organisation Name",
    "Postcode",
    "Open Date",
    "Close Date",
    "Parent Organisation Code",
]
REPORT = [
    HEADINGS,
    ["rx1", "LEEFORD, DEAN AND FEN NHS TRUST", "LF1 1AA", "19910401", "", "QXX"],
    ["RX2", "YSBYTY CÔR NHS TRUST", "LF1 2AA", "19910401", "20240331", ""],
]
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"


def published(code: str, name: str, closed: str = "", parent: str = "") -> list[str]:
    """One line of the published layout: 27 columns."""
    row = [""] * 27
    row[0], row[1], row[2], row[3] = code, name, "Y99", "QXX"
    row[4], row[7], row[9] = "TRUST HEADQUARTERS, 1 FEN ROAD", "LEEFORD", "LF1 1AA"
    row[10], row[11], row[13], row[14], row[15] = "19910401", closed, "A", parent, "20200401"
    return row


def as_csv(rows: Sequence[Cells], encoding: str = "utf-8", end: str = "\r\n") -> bytes:
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator=end).writerows(rows)
    return text.getvalue().encode(encoding)


def as_xlsx(*sheets: Sequence[Cells]) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as workbook:
        for rows in sheets:
            sheet = workbook.add_worksheet()
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return file.getvalue()


def as_ods(rows: Sequence[Cells]) -> bytes:
    """A spreadsheet as LibreOffice keeps one."""
    lines = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{OFFICE}" '
        f'xmlns:table="{TABLE}" xmlns:text="{TEXT}" office:version="1.2"><office:body><office:spreadsheet>'
        f'<table:table table:name="Trusts">{lines}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0"?><manifest:manifest '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>'
        "</manifest:manifest>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", MIMETYPE)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return file.getvalue()


def zipped(**files: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_", "."), content)
    return file.getvalue()


def read(content: bytes, name: str) -> list[tuple[object, ...]]:
    found = read_register_file(content, name, "nhs_provider")
    assert found.problems == []
    return [said(row) for row in found.rows]


def said(row: RegisterRow) -> tuple[object, ...]:
    return row.name, row.codes, row.parent, row.closed_on, row.place


LEEFORD = ("Leeford, Dean and Fen NHS Trust", (("ods", "RX1"),), "ods:QXX", None, "LF1 1AA")
YSBYTY = ("Ysbyty Côr NHS Trust", (("ods", "RX2"),), "", dt.date(2024, 3, 31), "LF1 2AA")


def test_the_published_layout_of_27_columns_without_headings() -> None:
    rows = [
        published("RX1", "LEEFORD, DEAN AND FEN NHS TRUST", parent="QXX"),
        published("RX2", "FEN MENTAL HEALTH NHS TRUST", closed="20240331"),
    ]
    expected = [
        LEEFORD,
        ("Fen Mental Health NHS Trust", (("ods", "RX2"),), "", dt.date(2024, 3, 31), "LF1 1AA"),
    ]
    content = as_csv(rows)
    assert read(content, "etr.csv") == expected
    assert read(zipped(etr_csv=content, etr_pdf=b"%PDF-1.7"), "etr.zip") == expected
    assert read(as_xlsx(rows), "etr.xlsx") == expected
    assert read(as_ods(rows), "etr.ods") == expected


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (as_csv(REPORT), "report.csv"),
        (as_csv(REPORT, "utf-8-sig"), "with-bom.csv"),
        (as_csv(REPORT, "cp1252"), "windows.csv"),
        (as_csv(REPORT, end="\n"), "unix.csv"),
        (as_xlsx(REPORT), "report.xlsx"),
        (as_xlsx([["About this report"], ["Made on", "1 May 2026"]], REPORT), "cover.xlsx"),
        (as_xlsx([["NHS trusts"], [], *REPORT]), "title.xlsx"),
        (as_ods(REPORT), "report.ods"),
        (as_ods([["NHS trusts"], *REPORT]), "title.ods"),
        (zipped(report_csv=as_csv(REPORT)), "report.zip"),
    ],
)
def test_a_report_with_headings_in_every_shape(content: bytes, name: str) -> None:
    assert read(content, name) == [LEEFORD, YSBYTY]


@pytest.mark.parametrize(
    "headings",
    [
        ["Code", "Name", "Postcode", "Opened", "Closed", "Parent"],
        ["OrganisationCode", "OrganisationName", "PostCode", "OpenDate", "CloseDate", "ParentCode"],
        ["ODS code", "Org. name", "Postal code", "Open", "Legal end date", "Parent ODS code"],
    ],
)
def test_headings_are_known_by_their_words(headings: list[str]) -> None:
    assert read(as_csv([headings, *REPORT[1:]]), "report.csv") == [LEEFORD, YSBYTY]


@pytest.mark.parametrize(
    "closed",
    ["20240331", "2024-03-31", "2024-03-31T00:00:00", "31/03/2024", "31-Mar-2024", "31 MAR 2024"],
)
def test_a_closing_day_however_it_is_written(closed: str) -> None:
    [row] = read(as_csv([HEADINGS, ["RX2", "FEN TRUST", "", "", closed, ""]]), "report.csv")
    assert row[3] == dt.date(2024, 3, 31)


def test_a_spreadsheets_own_days_and_numbers() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as workbook:
        sheet, day = workbook.add_worksheet(), workbook.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, ["RX1", "FEN TRUST"])
        sheet.write_datetime(1, 4, dt.datetime(2024, 3, 31), day)
        sheet.write_row(2, 0, ["RX2", "DEAN TRUST", "", 19910401, 20240331])
    closed = [row[3] for row in read(file.getvalue(), "report.xlsx")]
    assert closed == [dt.date(2024, 3, 31)] * 2


def test_twelve_thousand_rows_are_read_in_seconds() -> None:
    rows = [published(f"F{number:05}", f"PRACTICE {number}, LEEFORD") for number in range(12_000)]
    started = time.process_time()
    found = read_register_file(as_csv(rows), "epraccur.csv", "gp_practice")
    assert (len(found.rows), found.problems) == (12_000, [])
    assert time.process_time() - started < 8


def test_a_packed_file_that_is_none_is_refused_with_the_reason() -> None:
    for content in (zipped(readme_txt=b"x"), b"PK\x03\x04broken", as_ods(REPORT)[:200]):
        with pytest.raises(UnreadableFile, match="broken or protected"):
            read_register_file(content, "etr.zip", "nhs_provider")


def test_a_table_without_headings_is_not_a_report() -> None:
    found = read_register_file(b"a,b,c\n1,2,3\n", "x.csv", "nhs_provider")
    assert found.rows == []
    assert {problem.number for problem in found.problems} == {1, 2}
