"""The short form of `make kill-test`: each part is killed once under load."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import clean_environment


def test_kill_9_of_each_part_under_load_loses_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench.kill_test", "--rounds", "3"],
        cwd=Path(__file__).parents[2],
        env=clean_environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=400,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    last = done.stdout.strip().splitlines()[-1]
    assert re.fullmatch(
        r"kill test: rounds=3 acknowledged=[1-9]\d* missing=0 duplicated=0", last
    ), last
