"""Root in a private folder, root where there are no access lists, and an ordinary person."""

from __future__ import annotations

import multiprocessing
import os
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import psycopg
import pytest

from plaudit.kit.database import EmbeddedServer
from plaudit.kit.database.account import Account, account_for
from plaudit.kit.database.reach import let_reach
from tests.kit.database.conftest import ServerMaker, ask

as_root_alone = pytest.mark.skipif(os.geteuid() != 0, reason="only root hands over to another user")


def passable(account: Account, folder: Path) -> bool:
    found = subprocess.run(
        ["/usr/bin/test", "-x", folder], check=False, cwd="/", **account.as_popen_arguments()
    )
    return found.returncode == 0


@pytest.fixture
def service() -> Account:
    return account_for(Path("/no/cluster/yet"))


@as_root_alone
def test_root_in_a_private_folder(make_server: ServerMaker, tmp_path: Path) -> None:
    private = Path(tempfile.mkdtemp(dir=tmp_path))
    assert stat.S_IMODE(private.stat().st_mode) == 0o700
    server = make_server(private / ".plaudit" / "database")
    assert ask(server.start(), "SELECT 1") == 1
    assert server.cluster.stat().st_uid != 0


@as_root_alone
def test_only_the_servers_user_is_let_through_and_it_is_said_once(
    service: Account, tmp_path: Path
) -> None:
    private = tmp_path / "private"
    private.mkdir(mode=0o700)
    said: list[str] = []
    let_reach(service, private, announce=said.append)
    assert passable(service, private)
    assert not passable(Account("stranger", 54321, 54321), private)
    assert private.stat().st_mode & stat.S_IRWXO == 0
    assert said[-1] == f"Let the system user {service.name} pass through {private} (not list it)."

    let_reach(service, private, announce=said.append)
    assert sum(str(private) in sentence for sentence in said) == 1


@pytest.fixture
def without_access_lists(tmp_path: Path) -> Iterator[Path]:
    """A folder on a file system that keeps no access lists."""
    place = tmp_path / "plain"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "ramfs", "none", place], check=False, capture_output=True
    )
    if mounted.returncode != 0:
        pytest.skip("mounting a file system is not allowed here")
    place.chmod(0o755)
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)


@as_root_alone
def test_where_there_are_no_access_lists_the_execute_bit_is_opened(
    service: Account, without_access_lists: Path
) -> None:
    private = without_access_lists / "private"
    private.mkdir(mode=0o700)
    said: list[str] = []
    let_reach(service, private, announce=said.append)
    assert stat.S_IMODE(private.stat().st_mode) == 0o701
    assert said[-1].startswith(
        f"Let other users of this machine pass through {private} (not list it)"
    )


@as_root_alone
def test_another_user_cannot_connect(server: EmbeddedServer) -> None:
    """Even when the socket's folder stands open, the kernel tells the server who is calling."""
    url = server.start()
    for folder in (server.data_directory / "socket", *server.data_directory.parents):
        folder.chmod(folder.stat().st_mode | 0o011)
    server.data_directory.chmod(0o711)
    socket = next((server.data_directory / "socket").glob(".s.PGSQL.*[0-9]"))
    socket.chmod(0o777)
    assert in_a_child_as(65534, lambda: ask(url, "SELECT 1")) == "FATAL"


@as_root_alone
def test_an_ordinary_person(service: Account, tmp_path: Path) -> None:
    """The server's own user stands for one: it has no rights but its own and can reach the programs."""
    home = Path(tempfile.mkdtemp(prefix="plaudit-home-", dir="/tmp"))
    os.chown(home, service.user_id, service.group_id)

    def run_a_server() -> int:
        server = EmbeddedServer(home / "database", fsync=False)
        answer = ask(server.start(), "SELECT count(*) FROM pg_database WHERE datname = 'plaudit'")
        server.stop()
        return int(answer)

    assert in_a_child_as(service.user_id, run_a_server) == "1"
    assert (home / "database" / "cluster").stat().st_uid == service.user_id
    subprocess.run(["rm", "-r", home], check=True)


def in_a_child_as(user_id: int, work) -> str:  # type: ignore[no-untyped-def]
    """What `work` returns when done by that user, or FATAL when the database turned it away.

    A fork keeps the modules that this user might not be able to read again.
    """
    receiving, sending = multiprocessing.Pipe(duplex=False)

    def run(answer: Connection) -> None:
        os.setgroups([])
        os.setgid(user_id)
        os.setuid(user_id)
        os.chdir("/")
        try:
            answer.send(str(work()))
        except psycopg.OperationalError as error:
            answer.send("FATAL" if "FATAL" in str(error) else repr(error))
        except BaseException as error:  # noqa: BLE001 - told to the test
            answer.send(repr(error))

    process = multiprocessing.get_context("fork").Process(target=run, args=(sending,))
    process.start()
    assert receiving.poll(30)
    told = str(receiving.recv())
    process.join(10)
    return told
