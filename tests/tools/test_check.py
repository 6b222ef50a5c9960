from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.conftest import Writer
from tools.check.__main__ import GATES, ROOT, judge
from tools.check.gate import Gate, Skipped
from tools.check.programs import verdict_of


def skip(_root: Path) -> list[str]:
    raise Skipped("no network")


def break_down(_root: Path) -> list[str]:
    raise ZeroDivisionError


@pytest.mark.parametrize(
    ("find", "word", "lines"),
    [
        (lambda _: [], "ok", []),
        (lambda _: ["a.py:1: wrong"], "FAILED", ["a.py:1: wrong"]),
        (skip, "skipped", ["no network"]),
        (break_down, "FAILED", ["the gate itself broke: ZeroDivisionError()"]),
        (verdict_of("true"), "ok", []),
        (verdict_of("sh", "-c", "echo wrong; exit 3"), "FAILED", ["wrong"]),
        (verdict_of("false"), "FAILED", ["exit code 1"]),
    ],
)
def test_verdicts(tmp_path: Path, find, word: str, lines: list[str]) -> None:  # type: ignore[no-untyped-def]
    result = judge(Gate("a gate", find), tmp_path)
    assert (result.word, result.lines) == (word, lines)


def test_gates_have_titles_of_their_own() -> None:
    titles = [gate.title for gate in GATES]
    assert len(titles) == len(set(titles)) == 14


def gate(title: str) -> Gate:
    return next(gate for gate in GATES if gate.title == title)


@pytest.mark.parametrize(
    ("title", "name", "text", "finding"),
    [
        ("format", "src/a.py", "x=1\n", "src/a.py:1:2"),
        ("lint", "src/a.py", "import os\n", "F401"),
        ("lint", "src/a.py", "import subprocess\nsubprocess.run('ls', shell=True)\n", "S602"),
        ("lint", "src/a.py", "def f(x):\n" + "    if x: x = 1\n" * 11, "C901"),
        ("types", "src/plaudit/a.py", "def f(x):\n    return x\n", "no-untyped-def"),
    ],
)
def test_programs_find_what_is_wrong_by_the_projects_own_rules(
    tmp_path: Path, write: Writer, title: str, name: str, text: str, finding: str
) -> None:
    rules = (ROOT / "pyproject.toml").read_text()
    write("pyproject.toml", rules.replace('packages = ["plaudit", "tools"]', 'files = ["src"]'))
    write("src/plaudit/__init__.py", "")
    write(name, text)
    assert any(finding in line for line in gate(title).find(tmp_path))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("kit/a.py", "import plaudit.people"),
        ("entries/a.py", "import plaudit.sites.public"),
        ("sites/judge/a.py", "import plaudit.sites.entrant"),
        ("entries/a.py", "import plaudit.enquiries"),
        ("programmes/brief/a.py", "import django"),
        ("unplanned/__init__.py", ""),
    ],
)
def test_the_layers_hold(tmp_path: Path, write: Writer, name: str, text: str) -> None:
    """Each room stands empty, but for one file that reaches where it may not."""
    write("pyproject.toml", (ROOT / "pyproject.toml").read_text())
    source = ROOT / "src" / "plaudit"
    for folder in [source, *(path for path in source.rglob("*") if path.is_dir())]:
        if (folder / "__init__.py").exists():
            write(f"plaudit/{folder.relative_to(source)}/__init__.py", "")
    for module in source.glob("*/*.py"):
        write(f"plaudit/{module.relative_to(source)}", "")
    assert layers(tmp_path) == 0
    write(f"plaudit/{name}", text + "\n")
    assert layers(tmp_path) == 1


def layers(root: Path) -> int:
    command = [Path(sys.executable).parent / "lint-imports", "--no-cache"]
    return subprocess.run(command, cwd=root, capture_output=True, check=False).returncode


def test_a_missing_migration_and_an_unsafe_setting_are_found() -> None:
    unsafe = verdict_of(
        *("plaudit", "manage", "check", "--deploy", "--fail-level=WARNING"),
        DJANGO_SETTINGS_MODULE="plaudit.config.settings.demo",
        PLAUDIT_SECRET_KEY="short",
    )
    assert any("security.W009" in line for line in unsafe(ROOT))
