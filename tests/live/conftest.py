"""Fixtures of the live exchange: editions that are open now, and a web server that really runs."""

from __future__ import annotations

import datetime as dt
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from plaudit.entries.invariants import INVARIANTS
from plaudit.entries.models import Entry
from plaudit.entries.tokens import mint_token
from plaudit.kit.clock import now
from plaudit.live.database import address
from plaudit.people.models import Person
from tests.factories.entries import an_entry
from tests.factories.programmes import a_category, an_edition

HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)


@pytest.fixture
def _invariants_hold(transactional_db: None) -> Iterator[None]:
    """Check every invariant of entries after the test."""
    yield
    assert [sentence for invariant in INVARIANTS for sentence in invariant()] == []


def an_open_entry(**edition: Any) -> Entry:
    """A draft in an edition that takes entries today, by the machine's clock."""
    at = now()
    dates = {
        "opens_at": at - DAY,
        "closes_at": at + DAY,
        "judging_opens_at": at + 2 * DAY,
        "judging_closes_at": at + 9 * DAY,
    }
    category = a_category(an_edition(**{**dates, **edition}))
    return an_entry(category, at=min(at, category.edition.closes_at))


def a_token(entry: Entry, person: Person | None = None, **given: Any) -> str:
    return mint_token(
        entry, person or entry.started_by, "owner", at=given.pop("at", now()), **given
    )


@dataclass
class Server:
    """`plaudit web` on a port of its own."""

    process: subprocess.Popen[bytes]
    port: int

    def ask(
        self, method: str, path: str, body: bytes = b"", token: str = ""
    ) -> tuple[int, bytes, dict[str, str]]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        found = answer.status, answer.read(), {k.lower(): v for k, v in answer.getheaders()}
        connection.close()
        return found

    def stream(self, path: str, token: str) -> socket.socket:
        """Open a stream of events, and leave it open."""
        line = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n\r\n"
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=20)
        connection.sendall(line.encode())
        return connection


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    """Run the web server on the database of the tests."""
    port = free_port()
    env = {
        **os.environ,
        "DATABASE_URL": address(),
        "PLAUDIT_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "plaudit.config.settings.test",
    }
    command = [sys.executable, "-m", "plaudit.cli", "web", "--port", str(port)]
    process = subprocess.Popen(command, env=env)
    server = Server(process, port)
    try:
        wait_until_it_answers(server)
        yield server
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def wait_until_it_answers(server: Server) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            if server.ask("GET", "/healthz")[0] == 200:
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise AssertionError("the web server does not answer")


@pytest.fixture(scope="module")
def server(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A web server for one file of tests."""
    with running(tmp_path_factory.mktemp("data")) as running_server:
        yield running_server
