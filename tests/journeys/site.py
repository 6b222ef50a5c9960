"""A whole Plaudit in demo mode, started as `make run` starts it, for a browser to use."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

START_SECONDS = 180


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Site:
    """`plaudit serve --demo` on a data directory of its own."""

    data: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None
    more: dict[str, str] = field(default_factory=dict)  # of the environment

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def _plaudit(self) -> Path:
        return Path(sys.executable).with_name("plaudit")

    @property
    def _environment(self) -> dict[str, str]:
        ours = {"PLAUDIT_DATA": str(self.data), "PLAUDIT_BASE_URL": self.address}
        return {
            name: value
            for name, value in os.environ.items()
            if name not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
        } | (ours | self.more)

    def start(self) -> None:
        """Start and wait until the first page answers."""
        self.data.parent.mkdir(parents=True, exist_ok=True)
        with (self.data.parent / f"{self.data.name}.log").open("ab") as log:
            self.process = subprocess.Popen(
                [self._plaudit, "serve", "--demo", "--port", str(self.port)],
                env=self._environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._wait()

    def _wait(self) -> None:
        assert self.process is not None
        ends_at = time.monotonic() + START_SECONDS
        while time.monotonic() < ends_at:
            assert self.process.poll() is None, f"plaudit serve ended; see {self.data}.log"
            try:
                urllib.request.urlopen(f"{self.address}/readyz", timeout=2)
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.1)
            else:
                return
        raise AssertionError(f"no page within {START_SECONDS} seconds; see {self.data}.log")

    def today(self) -> dt.datetime:
        """Return the time by the site's clock, which may have been moved."""
        moved = self.data / "demo-clock"
        shift = float(moved.read_text()) if moved.exists() else 0.0
        return dt.datetime.now(dt.UTC) + dt.timedelta(seconds=shift)

    def finds_itself_sound(self) -> None:
        """Ask `plaudit doctor` whether what is stored agrees with itself."""
        answer = subprocess.run(
            [self._plaudit, "doctor", "--demo", "--port", str(self.port)],
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert "What is stored agrees with itself." in answer.stdout, answer.stdout + answer.stderr

    @contextmanager
    def running(self, template: Path) -> Iterator[Site]:
        """A copy of the template, started; at the end it must find itself sound, and is stopped."""
        self.copy_of(template)
        try:
            self.start()
            yield self
            self.finds_itself_sound()
        finally:
            self.stop()

    def kill(self) -> None:
        """End it as a power cut would: SIGKILL, with nothing said to anyone."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=30)

    def copy_of(self, template: Path) -> None:
        """Begin from the files of a stopped site, so that the demo is built once."""
        shutil.copytree(template, self.data, symlinks=True, ignore=ignore_sockets)
        for path in [template, *template.rglob("*")]:
            if not path.is_socket() and not path.is_symlink():
                copied = self.data / path.relative_to(template)
                about = path.stat()
                os.chown(copied, about.st_uid, about.st_gid)
                copied.chmod(about.st_mode)


def ignore_sockets(folder: str, names: list[str]) -> set[str]:
    return {name for name in names if Path(folder, name).is_socket()}
