"""A database that is made for one rehearsal and is gone afterwards."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from plaudit.kit.database import EmbeddedServer


@contextmanager
def throwaway_place() -> Iterator[None]:
    """Point DATABASE_URL, PLAUDIT_DATA and the settings at a place of our own inside the block.

    With DATABASE_URL, a new database on that server; otherwise a server of our own in a temporary folder,
    without fsync, for nothing there is to outlive us. Everything is removed at the end, whatever happens.
    """
    given = os.environ.get("DATABASE_URL")
    with tempfile.TemporaryDirectory(prefix="plaudit-rehearsal-") as folder:
        os.environ["PLAUDIT_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "plaudit.config.settings.rehearsal"
        with _database_on(given) if given else _own_server(Path(folder)) as url:
            os.environ["DATABASE_URL"] = url
            yield


@contextmanager
def _own_server(folder: Path) -> Iterator[str]:
    server = EmbeddedServer(folder / "database", fsync=False, announce=lambda _: None)
    try:
        yield server.start()
    finally:
        server.stop()


@contextmanager
def _database_on(url: str) -> Iterator[str]:
    name = f"plaudit_rehearsal_{os.getpid()}"
    _execute(url, sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        yield urlsplit(url)._replace(path=f"/{name}").geturl()
    finally:
        _execute(
            url, sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        )


def _execute(url: str, statement: sql.Composed) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement)
