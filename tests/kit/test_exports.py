from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from plaudit.kit.exports import (
    CUT,
    LONGEST_XLSX_TEXT,
    Cell,
    Row,
    Sheaf,
    csv_chunks,
    safe_text,
    xlsx_file,
)

DANGEROUS = [
    '=HYPERLINK("http://example.org","win")',
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    " =1+1",
    "\u200b=1+1",
]


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", DANGEROUS)
def test_what_a_spreadsheet_would_run_is_text(text: str) -> None:
    content = b"".join(csv_chunks(["Name"], [[text]]))
    assert read_csv(content)[1] == ["'" + text]
    with xlsx_file("Names", ["Name"], [[text]]) as file:
        raw = file.read()
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(raw)).get_sheet_by_index(0)
    [_, [cell]] = sheet.to_python()
    assert cell.strip() == text.strip().replace("\r", "\n").strip() or cell == text


def test_no_formula_is_ever_written() -> None:
    import zipfile

    with xlsx_file("Names", ["Name"], [[text] for text in DANGEROUS]) as file:
        sheet = zipfile.ZipFile(file).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert b"<f " not in sheet


@pytest.mark.parametrize("text", ["Warm homes", "re-use", "£3", "'quoted'", "1+1", "", "a@b.org"])
def test_plain_text_is_left_as_it_is(text: str) -> None:
    assert safe_text(text) == text


def test_numbers_stay_numbers() -> None:
    row = [-3, 2.5, Decimal("1.25"), None, True, dt.datetime(2027, 3, 12, 17, 0)]
    content = b"".join(csv_chunks(["a"] * 6, [row]))
    assert read_csv(content)[1] == ["-3", "2.5", "1.25", "", "yes", "2027-03-12 17:00:00"]
    with xlsx_file("Numbers", ["a"] * 6, [row]) as file:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(file.read())).get_sheet_by_index(0)
    assert sheet.to_python()[1] == [-3, 2.5, 1.25, "", "yes", "2027-03-12 17:00:00"]


def test_csv_opens_in_a_spreadsheet_as_unicode() -> None:
    assert b"".join(csv_chunks(["Ünit"], [])).startswith(b"\xef\xbb\xbf")


def test_csv_leaves_in_pieces() -> None:
    pieces = list(csv_chunks(["a"], ([str(number)] for number in range(1000))))
    assert len(pieces) > 3
    assert len(read_csv(b"".join(pieces))) == 1001


def test_a_text_that_no_cell_holds_is_cut_and_says_so() -> None:
    with xlsx_file("Long", ["a"], [["x" * 40_000]]) as file:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(file.read())).get_sheet_by_index(0)
    [_, [cell]] = sheet.to_python()
    assert len(cell) == LONGEST_XLSX_TEXT
    assert cell.endswith(CUT)


@given(
    st.text(
        alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40
    )
)
def test_any_text_comes_back_from_csv_perhaps_behind_an_apostrophe(text: str) -> None:
    content = b"".join(csv_chunks(["a", "b"], [[text, "end"]]))
    assert read_csv(content)[1] in ([text, "end"], ["'" + text, "end"])


TEXTS = st.text(alphabet=st.sampled_from("ab\"',; =-+@\t\r\n\u200b\u00a0＝é"), max_size=6)
CELLS: st.SearchStrategy[Cell] = st.one_of(
    TEXTS, st.integers(-5, 5), st.booleans(), st.none(), st.sampled_from([Decimal("1.0"), 1.0])
)


def spelled(cell: Cell) -> str:
    """One cell as RFC 4180 has it, spelled by itself."""
    if isinstance(cell, str):
        return '"' + safe_text(cell).replace('"', '""') + '"' if cell else ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return "" if cell is None else str(cell)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=30))
def test_a_table_of_any_shape_is_its_cells_spelled_one_by_one(rows: list[list[Cell]]) -> None:
    expected = "".join(",".join(map(spelled, row)) + "\r\n" for row in [["a"], *rows])
    assert b"".join(csv_chunks(["a"], rows)).decode() == "\ufeff" + expected


@given(
    st.lists(
        st.tuples(
            CELLS, st.integers(0, 3).flatmap(lambda n: st.lists(CELLS, min_size=n, max_size=n))
        ),
        max_size=60,
    )
)
def test_a_sheaf_is_its_rows(drawn: list[tuple[Cell, list[Cell]]]) -> None:
    sheaves = [Sheaf([first, "x"], [own, own[::-1]], [None, first]) for first, own in drawn]
    flat: list[Row] = [
        [*sheaf.before, *row, *sheaf.after] for sheaf in sheaves for row in sheaf.rows
    ]
    assert b"".join(csv_chunks(["a"], sheaves)) == b"".join(csv_chunks(["a"], flat))
