"""What a killed supervisor may leave behind: a server still running, or its notice that it was."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from pathlib import Path

from plaudit.kit.database.errors import DatabaseUnavailable

PROCESSES = Path("/proc")


def clear_leftovers(cluster: Path) -> None:
    """Stop every PostgreSQL process that works in `cluster` and remove its stale notice. Call it under the lock.

    A server changes into its data directory, so the kernel tells whose it is; a process number read from a file
    might belong to somebody else by now. Without /proc this does nothing and PostgreSQL's own check remains.
    """
    if not PROCESSES.exists():
        return
    for number, seconds in ((signal.SIGINT, 15.0), (signal.SIGQUIT, 5.0), (signal.SIGKILL, 5.0)):
        if not _stop(cluster, number, seconds):
            (cluster / "postmaster.pid").unlink(missing_ok=True)
            return
    raise DatabaseUnavailable(
        f"A PostgreSQL server from an earlier run still works in {cluster} and cannot be stopped."
    )


def _stop(cluster: Path, number: signal.Signals, seconds: float) -> set[int]:
    """Signal the server and return which of its processes are still there after that long.

    A server stops its own children in the right order, so only SIGKILL goes to all of them.
    """
    remaining = servers_in(cluster)
    for process in remaining:
        if number == signal.SIGKILL or _parent(process) not in remaining:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, number)
    deadline = time.monotonic() + seconds
    while remaining and time.monotonic() < deadline:
        time.sleep(0.05)
        remaining = servers_in(cluster)
    return remaining


def _parent(process: int) -> int | None:
    try:
        return int((PROCESSES / str(process) / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return None


def servers_in(cluster: Path) -> set[int]:
    """Return the numbers of the processes whose working directory is `cluster`."""
    found = set()
    for entry in PROCESSES.iterdir():
        if not entry.name.isdigit():
            continue
        try:
            if (entry / "cwd").readlink() == cluster and (
                entry / "comm"
            ).read_text().strip() == "postgres":
                found.add(int(entry.name))
        except OSError:
            continue
    return found
