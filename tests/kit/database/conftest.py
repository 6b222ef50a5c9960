from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from plaudit.kit.database import EmbeddedServer
from plaudit.kit.database.leftovers import servers_in

ServerMaker = Callable[[Path], EmbeddedServer]


@pytest.fixture
def make_server() -> Iterator[ServerMaker]:
    """Make quick servers, and stop at the end whatever still runs on their data."""
    made = []

    def make(data_directory: Path) -> EmbeddedServer:
        made.append(EmbeddedServer(data_directory, fsync=False, announce=lambda _: None))
        return made[-1]

    yield make
    for server in made:
        server.stop()
        for process in servers_in(server.cluster):
            os.kill(process, 9)


@pytest.fixture
def server(make_server: ServerMaker, tmp_path: Path) -> EmbeddedServer:
    return make_server(tmp_path / "database")


def ask(url: str, statement: str) -> Any:
    """The first value of the first row, committed."""
    with psycopg.connect(url) as connection:
        cursor = connection.execute(statement)
        row = cursor.fetchone() if cursor.description else None
        return row[0] if row else None
