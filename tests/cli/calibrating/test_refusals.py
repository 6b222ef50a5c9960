"""Files that cannot be read are refused with the line named, and never with a traceback."""

from __future__ import annotations

import contextlib
import io
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plaudit.cli import main

HEADER = "entry,judge,category,score\n"


def calibrated(content: bytes | str, *options: str) -> tuple[int, str, str]:
    """Run the command on a file of this content; return its exit code, output and complaint."""
    out, complaint = io.StringIO(), io.StringIO()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "scores.csv")
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(complaint):
            code = main(["calibrate", str(file), "--json", *options])
    return code, out.getvalue(), complaint.getvalue().strip()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "scores.csv: the file is empty."),
        ("\n\n", "scores.csv: the file is empty."),
        (HEADER, "scores.csv: there are no scores below the header."),
        ("entry,score\nA,1\n", ("scores.csv, line 1: the header must name the columns entry, judge, score; "
         "there is no “judge”.")),
        ("entry,judge,score,Score\nA,B,1,2\n", "scores.csv, line 1: the header names the column “score” twice."),
        (HEADER + "A,J,C,5\nB,J,C,\n", ("scores.csv, line 3: the score is missing. Leave the row out where there "
         "is none.")),
        (HEADER + "A,J,C,five\n", "scores.csv, line 2: the score “five” is not a number."),
        (HEADER + "A,J,C,NaN\n", "scores.csv, line 2: the score “NaN” is not a number."),
        (HEADER + "A,J,C,1\nB,J,C,inf\n", "scores.csv, line 3: the score “inf” is not a number."),
        (HEADER + "A,J,C,1_0\n", "scores.csv, line 2: the score “1_0” is not a number."),
        (HEADER + "A,J,C,1e12\n", "scores.csv, line 2: the score “1e12” is too large."),
        (HEADER + "A,,C,5\n", "scores.csv, line 2: the judge has no name."),
        (HEADER + " ,J,C,5\n", "scores.csv, line 2: the entry has no name."),
        (HEADER + "A,J,C\n", "scores.csv, line 2: there are 3 cells where the header has 4."),
        (HEADER + "A,J,C,5\nB\n", "scores.csv, line 3: there is 1 cell where the header has 4."),
        (HEADER + "A,J,C,5\n\nA,K,C,5,9\n", "scores.csv, line 4: there are 5 cells where the header has 4."),
        (HEADER + 'A,J,C,5\n"B\nb",J,C,x\n', "scores.csv, line 4: the score “x” is not a number."),
        (HEADER + "A,J,C,5\nA,J,C,6\n", ("scores.csv, line 3: judge J already scored entry A on line 2. Scores by "
         "criterion need a column “criterion”.")),
        (HEADER + "A,J,C,5\nA,K,D,6\n", ("scores.csv, line 3: entry A is in the category “D” here and in “C” on "
         "line 2. An entry has one category.")),
        ("entry,judge,score,criterion\nA,J,5,Aim\nA,J,6,Aim\n", ("scores.csv, line 3: judge J already scored entry A, "
         "criterion Aim on line 2.")),
        ("entry,judge,score,criterion,weight\nA,J,5,Aim,-1\n", "scores.csv, line 2: a weight is below nought."),
        ("entry,judge,score,criterion,weight\nA,J,5,Aim,0\n", ("scores.csv, line 2: all weights of judge J on entry A "
         "are nought.")),
        (HEADER.encode() + b"A,J,C,5\nB,J\xe9,C,5\n", ("scores.csv, line 3: this is not UTF-8 text. Save the file as "
         "CSV UTF-8.")),
    ],
)  # fmt: skip
def test_the_line_is_named(content: bytes | str, sentence: str) -> None:
    assert calibrated(content) == (2, "", sentence)


def test_a_cell_that_never_closes_is_refused() -> None:
    code, _, complaint = calibrated(HEADER + 'A,J,C,5\n"B,J,C,5\n')
    assert code == 2
    assert complaint.startswith("scores.csv, line 3: the cells cannot be told apart")


@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        ("--top", "argument --top: must be a whole number, 1 or more"),
        ("--seed", "argument --seed: must be a whole number from 0 to 2147483647"),
    ],
)
def test_an_option_that_is_no_number(
    option: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["calibrate", "scores.csv", option, "x"])
    assert sentence in capsys.readouterr().err


def test_scores_too_near_to_nought_to_be_told_from_it_are_nought() -> None:
    code, out, _ = calibrated(HEADER + "A,J,C,1e-300\nA,K,C,2e-300\nB,J,C,3e-300\nB,K,C,4e-300\n")
    assert (code, {entry["mean"] for entry in json.loads(out)["entries"]}) == (0, {0})


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calibrate", str(tmp_path / "none.csv")]) == 2
    assert "none.csv cannot be read: no such file or directory." in capsys.readouterr().err


def test_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calibrate", str(tmp_path)]) == 2
    assert "cannot be read: is a directory." in capsys.readouterr().err


def test_one_score_is_answered_without_an_interval() -> None:
    code, out, _ = calibrated(HEADER + "A,J,C,5\n")
    [entry] = json.loads(out)["entries"]
    assert code == 0
    assert (entry["mean"], entry["sd"], entry["adjusted"], entry["low"]) == (5, None, 5, None)


CELL = st.sampled_from([*"AB57,;\t\0é", "6.5", "", " ", '"', '""', "NaN", "-1"])
ROWS = st.lists(st.lists(CELL, max_size=6).map("".join), max_size=8).map("\n".join)
METHODS = st.sampled_from(["mixed", "fixed", "scale", "rasch"])


@settings(max_examples=150, deadline=None)
@given(ROWS.map(str.encode) | st.binary(max_size=60), METHODS, st.booleans())
def test_no_file_gives_a_traceback(rows: bytes, method: str, has_header: bool) -> None:
    content = (HEADER.encode() if has_header else b"") + rows
    code, out, complaint = calibrated(content, "--method", method)
    assert (code == 0 and json.loads(out)) or (code == 2 and complaint and not out)


LETTERS = (st.sampled_from(letters) for letters in ("ABCD", "JKL", "CD"))
TABLES = st.lists(st.tuples(*LETTERS, st.integers(0, 5)), max_size=12)


@settings(max_examples=40, deadline=None)
@given(TABLES, METHODS)
def test_any_table_is_answered_or_refused(
    rows: list[tuple[str, str, str, int]], method: str
) -> None:
    lines = [
        f"{entry}{category},{judge},{category},{score}" for entry, judge, category, score in rows
    ]
    content = HEADER + "\n".join(lines)
    code, out, complaint = calibrated(content, "--method", method, "--suggest", "2")
    assert (code == 0 and json.loads(out)) or (code == 2 and complaint)
