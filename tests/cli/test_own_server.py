"""DATABASE_URL may name any PostgreSQL from 15 on."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

from plaudit.kit.database.account import account_for
from plaudit.kit.database.processes import start_child, stop_child
from plaudit.kit.database.reach import let_reach
from tests.cli.conftest import in_production, plaudit

OLDEST = Path("/usr/lib/postgresql/15/bin")

pytestmark = pytest.mark.skipif(
    not OLDEST.exists(), reason=f"the oldest supported server is not installed in {OLDEST}"
)


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    account = account_for(tmp_path / "none yet")
    cluster = tmp_path / "cluster"
    cluster.mkdir(mode=0o700)
    if os.geteuid() == 0:
        let_reach(account, tmp_path, announce=lambda _: None)
        os.chown(cluster, account.user_id, account.group_id)
    subprocess.run(
        [
            OLDEST / "initdb",
            "-D",
            cluster,
            "-U",
            "plaudit",
            "--auth=trust",
            "--no-sync",
            "-E",
            "UTF8",
        ],
        check=True,
        capture_output=True,
        cwd="/",
        **account.as_popen_arguments(),
    )
    settings = ["listen_addresses=", f"unix_socket_directories={cluster}", "fsync=off"]
    command = [OLDEST / "postgres", "-D", cluster, *(f"-c{setting}" for setting in settings)]
    with (tmp_path / "log").open("wb") as log:
        server = start_child(command, account=account, folder=Path("/"), output=log)
    url = f"postgresql://plaudit@{quote(str(cluster), safe='')}/postgres"
    for _ in range(200):
        try:
            psycopg.connect(url).close()
            break
        except psycopg.OperationalError:
            time.sleep(0.05)
    yield url
    stop_child(server, (signal.SIGINT, 10.0))


def test_the_oldest_supported_server(url: str, tmp_path: Path, free_port: int) -> None:
    environment = {**in_production(tmp_path / "data"), "DATABASE_URL": url}
    migrated = plaudit("migrate", **environment)
    assert migrated.returncode == 0, migrated.stderr.decode()
    examined = plaudit("doctor", "--port", str(free_port), **environment)
    assert examined.returncode == 0, examined.stdout.decode()
    assert b"PostgreSQL 15 answers." in examined.stdout
    assert b"The tables are up to date." in examined.stdout
    assert not (tmp_path / "data" / "database").exists()
