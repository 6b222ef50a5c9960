"""A database for as long as a command runs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plaudit.cli.running.refusal import CannotContinue
from plaudit.kit.database import DatabaseUnavailable, EmbeddedServer
from plaudit.kit.database.errors import DatabaseInUse


@contextmanager
def reachable_database(data: Path) -> Iterator[None]:
    """Make sure that DATABASE_URL leads somewhere inside the block.

    A given DATABASE_URL is left alone. Otherwise the embedded server is used as it runs, under `plaudit serve`, or
    started and stopped again.
    """
    if os.environ.get("DATABASE_URL"):
        yield
        return
    server = embedded_server(data)
    os.environ["DATABASE_URL"] = server.url
    try:
        server.start()
    except DatabaseInUse:
        yield
        return
    except DatabaseUnavailable as error:
        raise CannotContinue(str(error)) from None
    try:
        yield
    finally:
        server.stop()


def embedded_server(data: Path) -> EmbeddedServer:
    return EmbeddedServer(data / "database")
