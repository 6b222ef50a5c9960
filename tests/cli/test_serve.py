"""The whole of `plaudit serve`, with a real site's settings."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from plaudit.cli.running.first_page import answers
from tests.cli.conftest import clean_environment, in_production, plaudit


@dataclass
class Site:
    process: subprocess.Popen[str]
    data: Path
    port: int

    def wait_until_ready(self) -> list[str]:
        """Read what it says until it says where it is."""
        said = []
        assert self.process.stdout is not None
        for line in self.process.stdout:
            said.append(line.strip())
            if line.startswith("Plaudit is ready"):
                return said
        raise AssertionError(f"it stopped without being ready: {said}")

    def processes(self) -> dict[int, str]:
        """Everything on this machine that belongs to this site, by the data directory it was given."""
        found = {}
        for entry in Path("/proc").iterdir():
            try:
                words = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
                around = (entry / "environ").read_bytes()
                folder = str((entry / "cwd").readlink())
            except (OSError, ValueError):
                continue
            if f"PLAUDIT_DATA={self.data}\0".encode() in around or folder.startswith(
                str(self.data)
            ):
                found[int(entry.name)] = words
        return found

    def child(self, name: str) -> int:
        pattern = re.compile(rf"plaudit\.cli {name}\b")
        return min(process for process, words in self.processes().items() if pattern.search(words))


def wait_until(is_so: Callable[[], bool], seconds: float = 60.0) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "waited too long"
        time.sleep(0.05)


@pytest.fixture
def site(tmp_path: Path, free_port: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("PLAUDIT_BASE_URL", "https://awards.example.org")
    data = tmp_path / "data"
    process = subprocess.Popen(
        [sys.executable, "-m", "plaudit.cli", "serve", "--port", str(free_port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=clean_environment() | in_production(data),
    )
    site = Site(process, data, free_port)
    yield site
    process.kill()
    process.wait()
    wait_until(lambda: site.processes() == {})


def test_a_day_in_the_life_of_a_site(site: Site, free_port: int) -> None:
    """It starts and answers, mends itself, refuses a second of its kind, and stops without a trace."""
    said = site.wait_until_ready()
    assert said == [
        f"Starting the database in {site.data / 'database'}",
        "Bringing the database's tables up to date",
        f"Plaudit is ready: http://127.0.0.1:{site.port}",
    ]
    assert site.data.stat().st_mode & 0o066 == 0

    os.kill(site.child("web"), signal.SIGKILL)
    wait_until(lambda: not answers("127.0.0.1", site.port))
    wait_until(lambda: answers("127.0.0.1", site.port))

    second = plaudit("serve", "--port", str(free_port + 1), **in_production(site.data))
    assert second.returncode == 1
    assert f"Another Plaudit (process {site.process.pid}) already uses" in second.stderr.decode()
    same_port = plaudit("serve", "--port", str(site.port), **in_production(site.data / "other"))
    assert same_port.returncode == 1
    assert f"Port {site.port} on 127.0.0.1 is in use" in same_port.stderr.decode()

    examined = plaudit("doctor", "--port", str(site.port), **in_production(site.data))
    assert examined.returncode == 0, examined.stdout.decode()
    for sentence in (
        b"The tables are up to date.",
        b"The worker is at work.",
        b"A site answers on",
    ):
        assert sentence in examined.stdout

    site.process.send_signal(signal.SIGTERM)
    assert site.process.wait(60) == 0
    assert site.processes() == {}


def test_kill_9_leaves_nothing_running(site: Site) -> None:
    site.wait_until_ready()
    assert len(site.processes()) >= 5
    site.process.kill()
    wait_until(lambda: set(site.processes()) <= {site.process.pid})


def test_ctrl_c_while_it_starts(site: Site) -> None:
    assert site.process.stdout is not None
    site.process.stdout.readline()
    site.process.send_signal(signal.SIGINT)
    assert site.process.wait(60) == 0
    assert site.processes() == {}
