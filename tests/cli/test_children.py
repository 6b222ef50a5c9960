from __future__ import annotations

import signal
import subprocess
import sys
import time

import pytest

from plaudit.cli.running.children import QUICK_DEATHS_ALLOWED, Child
from plaudit.cli.running.refusal import CannotContinue
from plaudit.kit.database.processes import start_child, stop_child


def test_a_child_that_dies_at_once_every_time_is_given_up(
    capsys: pytest.CaptureFixture[str],
) -> None:
    child = Child("The web server", ["no-such-command"])
    child.start()
    for _ in range(QUICK_DEATHS_ALLOWED):
        assert child.process is not None
        child.process.wait()
        child.keep_running()
        assert child.not_before > time.monotonic()
        child.not_before = 0.0
        child.keep_running()
    assert child.process is not None
    child.process.wait()
    with pytest.raises(CannotContinue, match="stopped at once 5 times"):
        child.keep_running()
    assert capsys.readouterr().err.count("Starting it again.") == QUICK_DEATHS_ALLOWED


def test_a_stopped_child_leaves_none_of_its_own_behind() -> None:
    """The grandchild ignores the polite signal and would hold the port."""
    stubborn = "trap '' TERM; sleep 600 & echo $!; wait; exit 0"
    child = start_child(["/bin/sh", "-c", stubborn], output=subprocess.PIPE)  # type: ignore[arg-type]
    assert child.stdout is not None
    grandchild = int(child.stdout.readline())
    child.kill()
    stop_child(child, (signal.SIGTERM, 1.0))
    wait_until_gone(grandchild)


def test_a_child_dies_with_its_parent() -> None:
    program = (
        "import time\nfrom plaudit.kit.database.processes import start_child\n"
        "print(start_child(['/bin/sleep', '600']).pid, flush=True)\ntime.sleep(600)"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    assert is_running(child)
    parent.kill()
    parent.wait()
    wait_until_gone(child)


def wait_until_gone(process: int) -> None:
    deadline = time.monotonic() + 5
    while is_running(process):
        assert time.monotonic() < deadline
        time.sleep(0.02)


def is_running(process: int) -> bool:
    try:
        with open(f"/proc/{process}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
