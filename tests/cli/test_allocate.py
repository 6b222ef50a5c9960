from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from plaudit.cli import main
from tests.cli.conftest import plaudit
from tests.judging.engines.allocation.verify_certificate import main as verify

PROBLEM: dict[str, Any] = {
    "entries": [
        {"id": "Night owls", "demand": 2, "category": "Digital", "organisations": ["Saltmarsh"]},
        {"id": "First steps", "demand": 2, "category": "Digital"},
    ],
    "judges": [
        {"id": "Ada", "max": 2, "panels": ["Digital"], "employer": "Saltmarsh"},
        {"id": "Ben & <Co>", "max": 2},
        {"id": "Cy", "min": 1, "max": 2},
    ],
    "affinity": [
        ["Night owls", "Ada", 9],
        ["Night owls", "Ben & <Co>", 5],
        ["Night owls", "Cy", 4],
        ["First steps", "Ada", 3],
        ["First steps", "Ben & <Co>", 2],
        ["First steps", "Cy", 1],
    ],
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "problem.json"
    path.write_text(json.dumps(PROBLEM))
    return path


def test_a_plan_in_json_needs_no_database_and_its_certificate_holds(
    file: Path, tmp_path: Path
) -> None:
    done = plaudit("allocate", file, "--json", DATABASE_URL="postgresql://nobody@127.0.0.1:1/none")
    assert done.returncode == 0
    found = json.loads(done.stdout)
    assert found["assignments"] == [
        ["First steps", "Ada"],
        ["First steps", "Ben & <Co>"],
        ["Night owls", "Ben & <Co>"],
        ["Night owls", "Cy"],
    ]
    assert found["total"] == 14
    assert found["unfilled"] == found["short"] == []
    assert found["loads"] == {"Ada": 1, "Ben & <Co>": 2, "Cy": 1}
    assert set(found) >= {"minutes", "certificate", "seconds"}
    result = tmp_path / "plan.json"
    result.write_bytes(done.stdout)
    assert verify([str(file), str(result)]) == 0


def test_a_judge_drops_out_and_the_others_keep_their_entries(file: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    plan.write_bytes(plaudit("allocate", file, "--json").stdout)
    fewer = PROBLEM | {
        "judges": PROBLEM["judges"][:2],
        "affinity": [row for row in PROBLEM["affinity"] if row[1] != "Cy"],
    }
    file.write_text(json.dumps(fewer))
    done = plaudit("allocate", file, "--json", "--keep", plan)
    found = json.loads(done.stdout)
    assert found["changes"]["dropped"] == [
        {"entry": "Night owls", "judge": "Cy", "why": "the judge is not in the list any more"}
    ]
    assert found["changes"]["given_up"] == found["changes"]["added"] == []
    assert [one["why"] for one in found["unfilled"]] == [
        (
            "Digital: 1 more judge needed; 1 of 2 is conflicted on entry “Night owls”; "
            "1 of 2 reads it already."
        )
    ]


def test_for_a_person_and_by_pipe() -> None:
    done = plaudit("allocate", "-", stdin=json.dumps(PROBLEM).encode())
    assert done.returncode == 0
    lines = done.stdout.decode().splitlines()
    assert lines[0] == "4 readings given out, 0 missing. Total score 14."
    assert "Night owls\tCy" in lines


def test_the_drawing_is_accessible_and_runs_nothing(file: Path, tmp_path: Path) -> None:
    svg = tmp_path / "loads.svg"
    assert plaudit("allocate", file, "--json", "--plot", svg).returncode == 0
    root = ET.parse(svg).getroot()
    named = {each.tag.rpartition("}")[2]: each.text for each in root.iter() if each.text}
    assert named["title"] == "Entries each judge reads"
    assert "Ben & <Co>: 2" in (named["desc"] or "")
    assert root.get("role") == "img"
    assert not {"script", "a", "image", "style"} & {
        each.tag.rpartition("}")[2] for each in root.iter()
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "Line 1, column 2 is not JSON"),
        ("[]", "The problem must be an object, not a list"),
        ('{"entries": [{"id": "e", "demand": -1}], "judges": []}', "must not be negative"),
    ],
)
def test_a_bad_file_is_refused_in_a_sentence(text: str, words: str) -> None:
    done = plaudit("allocate", "-", "--json", stdin=text.encode())
    assert done.returncode == 2
    assert done.stdout == b""
    assert words in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_files_that_cannot_be_read_or_written(file: Path, tmp_path: Path) -> None:
    assert plaudit("allocate", tmp_path / "none.json").returncode == 2
    assert plaudit("allocate", file, "--keep", tmp_path / "none.json").returncode == 2
    assert plaudit("allocate", file, "--plot", tmp_path / "no" / "way.svg").returncode == 2
    assert plaudit("allocate", file, "--move").returncode == 2


def test_the_command_starts_without_django_and_solver(
    capsys: pytest.CaptureFixture[str],
) -> None:
    program = (
        "import sys; from plaudit.cli import main\n"
        "try: main(['allocate', '--help'])\n"
        "except SystemExit: pass\n"
        "print([name for name in ('django', 'ortools', 'numpy', 'scipy') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, timeout=60
    )
    assert done.stdout.splitlines()[-1] == b"[]"
    assert main(["allocate", "/nowhere/at/all.json"]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_the_example_in_the_docs_is_so() -> None:
    docs = Path(__file__).parents[2] / "docs" / "judging"
    done = plaudit("allocate", docs / "examples" / "allocation.json")
    words = done.stdout.decode().partition("\n\n")[0]
    assert words in (docs / "allocation.md").read_text()


def test_seat_by_seat_says_how_finely_scores_were_told_apart(file: Path) -> None:
    file.write_text(json.dumps(PROBLEM | {"objective": "seat-lexicographic"}))
    done = plaudit("allocate", file, "--every-score")
    assert done.returncode == 0
    assert b"Seat by seat, proven: every score." in done.stdout
