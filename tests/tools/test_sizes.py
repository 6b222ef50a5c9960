from __future__ import annotations

from pathlib import Path

from tests.tools.conftest import Writer
from tools.check.sizes import find_too_long


def test_everything_at_its_limit_passes(tmp_path: Path, write: Writer) -> None:
    write("src/a.py", "x = 1\n" * 400)
    write("src/b.py", "def b():\n" + "    x = 1\n" * 49)
    write("src/t.html", "<p>\n" * 150)
    write("tests/test_a.py", "x = 1\n" * 500)
    write("src/app/migrations/0001_initial.py", "x = 1\n" * 900)
    write("src/static/made.ts", "x\n" * 900)
    assert find_too_long(tmp_path) == []


def test_one_line_more_fails(tmp_path: Path, write: Writer) -> None:
    write("src/a.py", "x = 1\n" * 401)
    write("src/b.py", "class C:\n    async def b(self):\n" + "        x = 1\n" * 50)
    write("src/t.jinja", "<p>\n" * 151)
    write("frontend/scripts/page.ts", "x\n" * 401)
    write("tests/test_a.py", "x = 1\n" * 501)
    assert find_too_long(tmp_path) == [
        "src/a.py: 401 lines, 400 at most",
        "frontend/scripts/page.ts: 401 lines, 400 at most",
        "src/t.jinja: 151 lines, 150 at most",
        "tests/test_a.py: 501 lines, 500 at most",
        "src/b.py:2: b has 51 lines, 50 at most",
    ]
