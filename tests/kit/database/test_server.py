from __future__ import annotations

import os
import pwd
import stat
from pathlib import Path

import psycopg
import pytest

from plaudit.kit.database import DatabaseUnavailable, EmbeddedServer
from plaudit.kit.database.errors import DatabaseInUse
from plaudit.kit.database.leftovers import servers_in
from tests.kit.database.conftest import ServerMaker, ask


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_is_stored_is_there_at_the_next_start(server: EmbeddedServer) -> None:
    url = server.start()
    ask(url, "CREATE TABLE answer AS SELECT 'Élan vital' AS text")
    server.stop()
    assert servers_in(server.cluster) == set()

    assert server.start() == url
    assert ask(url, "SELECT text FROM answer") == "Élan vital"


def test_the_server_listens_on_its_private_socket_alone(server: EmbeddedServer) -> None:
    url = server.start()
    assert ask(url, "SHOW listen_addresses") == ""
    assert mode(server.data_directory / "socket") == 0o700
    assert mode(server.cluster) == 0o700
    assert mode(server.data_directory) & 0o066 == 0
    assert mode(server.data_directory / "server.log") == 0o600


def test_the_log_says_what_failed_and_no_words_of_people(server: EmbeddedServer) -> None:
    url = server.start()
    ask(url, "CREATE TABLE guest AS SELECT 'no qznuts' AS dietary")
    with pytest.raises(psycopg.errors.UniqueViolation):
        ask(
            url,
            "CREATE UNIQUE INDEX once ON guest (dietary); INSERT INTO guest SELECT 'no qznuts'",
        )
    log = (server.data_directory / "server.log").read_text()
    assert "duplicate key value" in log
    assert "qznuts" not in log


def test_the_application_is_no_superuser_but_may_make_databases(server: EmbeddedServer) -> None:
    url = server.start()
    query = "SELECT ARRAY[rolsuper, rolcreatedb] FROM pg_roles WHERE rolname = current_user"
    assert ask(url, query) == [False, True]


def test_only_named_users_of_this_machine_may_connect(server: EmbeddedServer) -> None:
    server.start()
    names = (server.data_directory / "pg_ident.conf").read_text().splitlines()
    owner = pwd.getpwuid(server.cluster.stat().st_uid).pw_name
    expected = {owner, pwd.getpwuid(os.geteuid()).pw_name}
    assert {line.split()[1].strip('"') for line in names} == expected
    assert all(
        line.split()[3] == "peer"
        for line in (server.data_directory / "pg_hba.conf").read_text().splitlines()
    )


def test_case_and_words_follow_unicode(server: EmbeddedServer) -> None:
    url = server.start()
    assert ask(url, "SELECT upper('é') || lower('ŵ')") == "Éŵ"
    assert ask(url, "SHOW data_checksums") == "on"


def test_a_second_start_on_the_same_data_is_refused_in_words(
    server: EmbeddedServer, make_server: ServerMaker
) -> None:
    url = server.start()
    assert server.is_held
    second = make_server(server.data_directory)
    with pytest.raises(DatabaseInUse, match=rf"process {os.getpid()}.*Stop it first"):
        second.start()
    second.stop()
    assert ask(url, "SELECT 1") == 1
    server.stop()
    assert not server.is_held


def test_a_path_too_long_for_a_socket(make_server: ServerMaker, tmp_path: Path) -> None:
    deep = tmp_path / ("d" * 60) / ("e" * 60)
    url = make_server(deep).start()
    assert ask(url, "SELECT 1") == 1
    socket = Path(psycopg.conninfo.conninfo_to_dict(url)["host"])
    assert socket.parent == Path("/tmp")
    assert mode(socket) == 0o700


def test_a_path_with_comma_space_and_accent(make_server: ServerMaker, tmp_path: Path) -> None:
    assert ask(make_server(tmp_path / "Prix, café “2027”").start(), "SELECT 1") == 1


def test_a_socket_folder_that_somebody_else_made_is_refused(
    make_server: ServerMaker, tmp_path: Path
) -> None:
    server = make_server(tmp_path / ("d" * 60) / ("e" * 60))
    server.start()
    socket = Path(psycopg.conninfo.conninfo_to_dict(server.url)["host"])
    server.stop()
    assert not socket.exists()
    socket.mkdir(mode=0o700)
    socket.chmod(0o777)
    with pytest.raises(DatabaseUnavailable, match="should be a folder private to"):
        server.start()
    socket.rmdir()


def test_making_the_files_may_be_cut_short(make_server: ServerMaker, tmp_path: Path) -> None:
    half_made = tmp_path / "database" / "cluster.new"
    half_made.mkdir(parents=True)
    (half_made / "PG_VERSION").write_text("18\n")
    assert ask(make_server(tmp_path / "database").start(), "SELECT 1") == 1
    assert not half_made.exists()


def test_data_of_another_major_version_is_refused_in_words(
    make_server: ServerMaker, tmp_path: Path
) -> None:
    cluster = tmp_path / "database" / "cluster"
    cluster.mkdir(parents=True)
    (cluster / "PG_VERSION").write_text("17\n")
    with pytest.raises(
        DatabaseUnavailable, match="made by PostgreSQL 17 and this is PostgreSQL 18"
    ):
        make_server(tmp_path / "database").start()


def test_a_server_that_cannot_start_says_why(server: EmbeddedServer) -> None:
    server.start()
    server.stop()
    (server.cluster / "postgresql.auto.conf").write_text("no_such_setting = 1\n")
    with pytest.raises(DatabaseUnavailable, match="no_such_setting"):
        server.start()
    assert not server.is_held
