"""Keeping the web server and the worker running, and stopping all in order."""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import FrameType

from plaudit.cli.running.refusal import CannotContinue
from plaudit.kit.database.processes import start_child, stop_child

GRACE_SECONDS = 8.0
QUICK_DEATH_SECONDS = 5.0
QUICK_DEATHS_ALLOWED = 4
LONGEST_PAUSE_SECONDS = 30.0


@dataclass
class StopRequests:
    """Ctrl-C, a closed terminal or a service manager's SIGTERM, as a flag that also ends a wait."""

    wanted: bool = False
    _awake: socket.socket = field(init=False)

    def __post_init__(self) -> None:
        self._awake, other_end = socket.socketpair()
        self._awake.setblocking(False)
        other_end.setblocking(False)
        self._other_end = other_end
        signal.set_wakeup_fd(other_end.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._remember)
        signal.signal(signal.SIGCHLD, lambda *_: None)

    def _remember(self, _number: int, _frame: FrameType | None) -> None:
        self.wanted = True

    def wait(self, seconds: float) -> None:
        """Return after that long, or sooner when a signal arrives or a child ends."""
        if select.select([self._awake], [], [], seconds)[0]:
            self._awake.recv(4096)


@dataclass
class Child:
    """A `plaudit` command that should always run."""

    title: str
    arguments: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    quick_deaths: int = 0
    not_before: float = 0.0

    def start(self) -> None:
        self.process, self.started = start_plaudit(self.arguments), time.monotonic()

    def keep_running(self) -> None:
        """Start the child again when it has ended, after a pause that doubles each time it dies at once.

        Raises CannotContinue when that has happened too often.
        """
        now = time.monotonic()
        if self.process is None:
            if now >= self.not_before:
                self.start()
            return
        if self.process.poll() is None:
            return
        code = self.process.returncode
        self.stop()  # its own children may have outlived it, and hold the port
        self.quick_deaths = self.quick_deaths + 1 if now - self.started < QUICK_DEATH_SECONDS else 0
        if self.quick_deaths > QUICK_DEATHS_ALLOWED:
            raise CannotContinue(
                f"{self.title} stopped at once {self.quick_deaths} times (exit code {code}); its words are above. "
                "Everything has been stopped. plaudit doctor may tell what is wrong."
            )
        pause = min(0.5 * 2**self.quick_deaths, LONGEST_PAUSE_SECONDS)
        self.not_before = now + pause
        print(
            f"{self.title} stopped (exit code {code}). Starting it again.",
            file=sys.stderr,
            flush=True,
        )

    def stop(self) -> None:
        if self.process is not None:
            stop_child(self.process, (signal.SIGTERM, GRACE_SECONDS))
            self.process = None


def start_plaudit(arguments: Sequence[str]) -> subprocess.Popen[bytes]:
    return start_child([sys.executable, "-m", "plaudit.cli", *arguments], environment=os.environ)


def run_to_the_end(arguments: Sequence[str], requests: StopRequests) -> int | None:
    """Run one `plaudit` command and return its exit code, or None when asked to stop meanwhile."""
    process = start_plaudit(arguments)
    while process.poll() is None:
        if requests.wanted:
            stop_child(process, (signal.SIGTERM, GRACE_SECONDS))
            return None
        requests.wait(1.0)
    return process.returncode
