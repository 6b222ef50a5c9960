"""Children that die with their parent, whatever kills the parent."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

from plaudit.kit.database.account import Account, PopenArguments

PR_SET_PDEATHSIG = 1  # linux/prctl.h

_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def start_child(
    command: Sequence[str | Path],
    *,
    account: Account | None = None,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    output: IO[bytes] | None = None,
    death_signal: signal.Signals = signal.SIGTERM,
) -> subprocess.Popen[bytes]:
    """Start `command` in a session of its own, so that Ctrl-C in a terminal reaches only the caller.

    The kernel sends `death_signal` to the child when the calling thread ends, even by `kill -9` (Linux; elsewhere
    the child outlives a killed parent). Call it from the main thread. With `account`, the child runs as that user.
    """
    return subprocess.Popen(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT if output else None,
        cwd=folder,
        env=environment,
        start_new_session=True,
        preexec_fn=_tie_to(os.getpid(), death_signal),  # noqa: PLW1509 - only a system call; runs after setuid
        **(account.as_popen_arguments() if account else PopenArguments()),
    )


def _tie_to(parent: int, death_signal: signal.Signals) -> Callable[[], None]:
    """Return what the child does between fork and exec.

    The parent may have died before the request reached the kernel; then nobody would send the signal.
    """

    def tie() -> None:
        if _libc is not None:
            _libc.prctl(PR_SET_PDEATHSIG, int(death_signal))
        if os.getppid() != parent:
            os._exit(1)

    return tie


def stop_child(child: subprocess.Popen[bytes], *signals: tuple[signal.Signals, float]) -> None:
    """Send each signal in turn and wait that many seconds, then SIGKILL. Sweeps up the child's own children."""
    for number, seconds in signals:
        if child.poll() is None:
            child.send_signal(number)
            try:
                child.wait(seconds)
            except subprocess.TimeoutExpired:
                continue
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()
