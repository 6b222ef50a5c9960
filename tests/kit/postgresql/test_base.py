"""Whether a kept connection can be used is seen without asking the server, and a lost one is noticed."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept() -> Iterator[BaseDatabaseWrapper]:
    """A connection of its own, as a web thread keeps one between requests."""
    own = connection.copy("kept")
    own.inc_thread_sharing()
    own.connect()
    yield own
    own.close()


def asked(kept: BaseDatabaseWrapper) -> int:
    """Whether the last statement on this connection was the question that is to be spared: 1 or 0."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(
            "SELECT query FROM pg_stat_activity WHERE pid = %s", [kept.connection.info.backend_pid]
        )
        return str(cursor.fetchone()[0]).count("SELECT 1")


def test_a_sound_connection_is_not_asked(kept: BaseDatabaseWrapper) -> None:
    assert kept.is_usable()
    assert asked(kept) == 0
    kept.errors_occurred = True
    assert kept.is_usable()
    assert asked(kept) == 1


def test_a_connection_that_the_server_ended_is_given_up(kept: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [kept.connection.info.backend_pid])
    deadline = time.monotonic() + 10
    while kept.is_usable() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not kept.is_usable()
    kept.health_check_enabled, kept.health_check_done = True, False
    with kept.cursor() as cursor:
        cursor.execute("SELECT 2")
        assert cursor.fetchone() == (2,)


def test_a_connection_that_was_closed_here_cannot_be_used(kept: BaseDatabaseWrapper) -> None:
    kept.connection.close()
    assert not kept.is_usable()
