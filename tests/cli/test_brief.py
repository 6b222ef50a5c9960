from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from plaudit.cli import main
from plaudit.programmes.models import Edition
from tests.cli.conftest import plaudit
from tests.factories.programmes import an_edition

PAGE = """Fair Start Award

NEW for 2027. For teams that gave children a fairer start.

Eligibility
Open to public bodies and charities.

Ambition
- Say what you set out to change.
- Say why it mattered.

Outcome
- Give figures for what changed.
"""


def test_json_of_a_file_needs_no_database(tmp_path: Path) -> None:
    page = tmp_path / "fair-start.txt"
    page.write_text(PAGE)
    done = plaudit("brief", page, "--json", DATABASE_URL="postgresql://nobody@127.0.0.1:1/none")
    assert done.returncode == 0
    found = json.loads(done.stdout)
    assert set(found) == {"categories", "warnings"}
    [category] = found["categories"]
    assert category["name"] == "Fair Start Award"
    assert [section["title"] for section in category["sections"]] == ["Ambition", "Outcome"]


def test_a_page_by_pipe_and_an_outline_to_read() -> None:
    done = plaudit("brief", "-", stdin=PAGE.encode())
    assert done.returncode == 0
    lines = done.stdout.decode().splitlines()
    assert lines[0].startswith("Fair Start Award")
    assert "  Ambition" in lines
    assert "    - Give figures for what changed." in lines


def test_every_source_line_explained() -> None:
    done = plaudit("brief", "-", "--explain", stdin=PAGE.encode())
    assert done.returncode == 0
    assert "Say why it mattered." in done.stdout.decode()


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    done = plaudit("brief", tmp_path / "none.txt")
    assert done.returncode == 2
    assert (
        done.stderr.decode()
        == f"{tmp_path / 'none.txt'} cannot be read: no such file or directory.\n"
    )


def test_a_file_that_cannot_be_understood(tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 and nothing more")
    done = plaudit("brief", broken, "--json")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().count("\n") == 1


def test_where_to_store_must_be_said_in_full(tmp_path: Path) -> None:
    done = plaudit("brief", "-", "--programme", "fair-start", PLAUDIT_DATA=str(tmp_path))
    assert done.returncode == 2
    assert b"go together" in done.stderr


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The page as a file, beside a data directory of its own."""
    monkeypatch.setenv("PLAUDIT_DATA", str(tmp_path / "data"))
    path = tmp_path / "fair-start.txt"
    path.write_text(PAGE)
    before = os.umask(0o077)
    yield path
    os.umask(before)


def store(page: Path, edition: Edition, *more: str) -> int:
    place = ["--programme", edition.programme.slug, "--edition", edition.slug]
    return main(["brief", str(page), *place, *more])


@pytest.mark.django_db
def test_storing_draft_categories_of_an_edition(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edition = an_edition()
    assert store(page, edition) == 0
    stored = edition.categories.get(name="Fair Start Award")
    assert stored.published_at is None
    assert "Stored as a draft: Fair Start Award" in capsys.readouterr().out


@pytest.mark.django_db
def test_storing_is_refused_in_words(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edition = an_edition()
    assert store(page, edition) == 0
    assert store(page, edition) == 1, "the name is taken"
    assert store(page, edition, "--by", "nobody@example.org") == 1
    assert main(["brief", str(page), "--programme", "none", "--edition", "2027"]) == 1
    taken, nobody, nowhere = capsys.readouterr().err.splitlines()
    assert "Fair Start Award" in taken
    assert nobody == "Nobody called nobody@example.org is on the programme's team."
    assert nowhere.startswith("There is no edition 2027 of a programme none. There are: ")
    assert edition.categories.count() == 1
