"""The worker takes what the processors have left over."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

STEP = """
import os, pathlib, sys
from plaudit.cli.worker import step_back
step_back(pathlib.Path(sys.argv[1]))
print(os.nice(0))
"""
GROUP = Path("/proc/self/autogroup")


def stepped_back(group: Path, *, own_session: bool) -> int:
    """Step back in a process, and return how nice it is then."""
    done = subprocess.run(
        [sys.executable, "-c", STEP, group],
        capture_output=True,
        check=True,
        start_new_session=own_session,
        text=True,
    )
    return int(done.stdout)


def test_the_worker_and_its_own_session_come_last(tmp_path: Path) -> None:
    group = tmp_path / "autogroup"
    group.write_text("")
    assert stepped_back(group, own_session=True) == 19
    assert group.read_text() == "19"


def test_the_session_of_somebodys_shell_is_left_alone(tmp_path: Path) -> None:
    group = tmp_path / "autogroup"
    group.write_text("")
    assert stepped_back(group, own_session=False) == 19
    assert group.read_text() == ""


def test_a_system_that_knows_no_such_thing_will_do(tmp_path: Path) -> None:
    assert stepped_back(tmp_path / "autogroup", own_session=True) == 19
    assert not (tmp_path / "autogroup").exists()


@pytest.mark.skipif(not GROUP.exists() or not GROUP.read_text(), reason="no such feature here")
def test_linux_takes_it() -> None:
    step = f"from plaudit.cli.worker import step_back; step_back(); print(open('{GROUP}').read())"
    done = subprocess.run(
        [sys.executable, "-c", step],
        capture_output=True,
        check=True,
        start_new_session=True,
        text=True,
    )
    assert done.stdout.split()[-2:] == ["nice", "19"]
