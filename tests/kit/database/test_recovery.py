"""What kill -9 may do to the supervisor or the server, and what the next start makes of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from plaudit.kit.database import EmbeddedServer
from plaudit.kit.database.account import account_for
from plaudit.kit.database.cluster import BINARIES
from plaudit.kit.database.leftovers import servers_in
from tests.kit.database.conftest import ServerMaker, ask

SUPERVISOR = """
import sys, time
from pathlib import Path
from plaudit.kit.database import EmbeddedServer
print(EmbeddedServer(Path(sys.argv[1]), announce=lambda _: None).start(), flush=True)
time.sleep(600)
"""


def wait_until(is_so: Callable[[], bool], seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "waited too long"
        time.sleep(0.02)


def test_a_killed_supervisor_takes_the_server_with_it_and_loses_nothing(
    make_server: ServerMaker, tmp_path: Path
) -> None:
    data = tmp_path / "database"
    supervisor = subprocess.Popen(
        [sys.executable, "-c", SUPERVISOR, data], stdout=subprocess.PIPE, text=True
    )
    assert supervisor.stdout is not None
    url = supervisor.stdout.readline().strip()
    ask(url, "CREATE TABLE saved AS SELECT 1 AS kept")

    supervisor.kill()
    supervisor.wait()
    wait_until(lambda: servers_in(data / "cluster") == set())

    assert ask(make_server(data).start(), "SELECT kept FROM saved") == 1


def test_a_killed_server_recovers(server: EmbeddedServer) -> None:
    url = server.start()
    ask(url, "CREATE TABLE saved AS SELECT 1 AS kept")
    postmaster = int((server.cluster / "postmaster.pid").read_text().split()[0])
    os.kill(postmaster, signal.SIGKILL)
    wait_until(lambda: not server.is_running)
    server.stop()
    assert ask(server.start(), "SELECT kept FROM saved") == 1


def test_a_server_left_over_from_an_earlier_run_is_stopped_first(server: EmbeddedServer) -> None:
    server.start()
    server.stop()
    postgres = [BINARIES / "postgres", "-D", server.cluster, "-c", "listen_addresses="]
    orphan = subprocess.Popen(
        [*postgres, "-c", f"unix_socket_directories={server.data_directory / 'socket'}"],
        cwd="/",
        stderr=subprocess.DEVNULL,
        **account_for(server.cluster).as_popen_arguments(),
    )
    notice = server.cluster / "postmaster.pid"
    wait_until(lambda: notice.exists() and "ready" in notice.read_text())

    assert ask(server.start(), "SELECT 1") == 1
    assert orphan.wait(1) == 0


def test_a_stale_notice_that_names_a_living_stranger_does_no_harm(server: EmbeddedServer) -> None:
    server.start()
    server.stop()
    stranger = subprocess.Popen(["/bin/sleep", "60"])
    notice = server.cluster / "postmaster.pid"
    notice.write_text(f"{stranger.pid}\n{server.cluster}\n1\n5432\n\n\n\nready\n")

    assert ask(server.start(), "SELECT 1") == 1
    assert stranger.poll() is None
    stranger.kill()
    stranger.wait()
