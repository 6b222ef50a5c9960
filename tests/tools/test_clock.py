from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.conftest import Writer
from tools.check.clock import find_other_clocks


def test_the_clock_itself_and_what_measures_pass(tmp_path: Path, write: Writer) -> None:
    write("src/plaudit/kit/clock.py", "import datetime as dt\nnow = dt.datetime.now(dt.UTC)\n")
    write("src/plaudit/entries/a.py", "import time\nbegan = time.monotonic()\nnow = clock.now()\n")
    write("src/plaudit/entries/migrations/0001.py", "default = timezone.now\n")
    assert find_other_clocks(tmp_path) == []


@pytest.mark.parametrize(
    "line",
    [
        "closed = datetime.now(UTC) > closes_at",
        "closed = dt.datetime.utcnow()",
        "today = datetime.date.today()",
        "field = DateTimeField(default=timezone.now)",
        "field = DateTimeField(auto_now_add=True)",
        "seconds = time.time()",
        "from time import time",
        "from django.utils.timezone import now",
        "from django.db.models.functions import Now",
    ],
)
def test_another_clock_fails(tmp_path: Path, write: Writer, line: str) -> None:
    write("src/plaudit/entries/models/entry.py", line + "\n")
    [found] = find_other_clocks(tmp_path)
    assert found.startswith("src/plaudit/entries/models/entry.py:1: `")
    assert found.endswith("reads another clock; ask plaudit.kit.clock")
