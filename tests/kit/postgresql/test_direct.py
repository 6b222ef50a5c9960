"""Statements run directly give what a cursor gives, in and out of transactions, and after what went wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import cast
from uuid import UUID, uuid4

import pytest
from django.db import DataError, IntegrityError, ProgrammingError, connection
from django.db.transaction import TransactionManagementError, atomic
from django.test.utils import CaptureQueriesContext

from plaudit.kit.postgresql.base import DatabaseWrapper
from plaudit.kit.postgresql.direct import Direct, Row
from plaudit.kit.rows import all_rows, first_row

pytestmark = pytest.mark.django_db
AT = dt.datetime(2026, 10, 25, 1, 30, 0, 123456, tzinfo=dt.UTC)


@pytest.fixture
def kept() -> Iterator[DatabaseWrapper]:
    """A connection of its own, as a web thread keeps one between requests."""
    own = connection.copy("kept")
    own.inc_thread_sharing()
    own.connect()
    yield cast(DatabaseWrapper, own)
    own.close()


def direct(kept: DatabaseWrapper) -> Direct:
    own = kept.direct()
    assert own is not None
    return own


def by_cursor(statement: str, values: list[object]) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows: list[Row] = cursor.fetchall()
        return rows


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("text", "Zoë’s 100 % “result”\n"),
        ("uuid", UUID(int=7)),
        ("integer", -5),
        ("bigint", 2**40),
        ("numeric", Decimal("12.50")),
        ("boolean", True),
        ("bytea", b"\x00\xff"),
        ("timestamptz", AT),
        ("timestamptz", AT.astimezone(dt.timezone(dt.timedelta(hours=5)))),
        ("date", AT.date()),
        ("text[]", ["a", 'b"']),
        ("text", None),
    ],
)
def test_each_value_comes_back_as_from_a_cursor(kind: str, value: object) -> None:
    statement = f"SELECT %s::{kind}, json_build_array(%s::{kind}), 1"
    rows = all_rows(statement, [value, value])
    assert rows == by_cursor(statement, [value, value])
    assert rows[0][0] == value
    assert type(rows[0][0]) is type(value)


def test_an_instant_is_in_utc() -> None:
    row = first_row("SELECT %s::timestamptz", [AT])
    assert row is not None
    assert row[0].tzinfo is dt.UTC


def test_named_values_stand_wherever_they_are_named() -> None:
    values = {"b": "two", "a": "one", "unused": 3}
    statement = "SELECT %(a)s::text, %(b)s::text, %(a)s::text, '5%%'"
    assert all_rows(statement, values) == [("one", "two", "one", "5%")]


def test_values_of_other_types_are_another_statement() -> None:
    statement = "SELECT pg_typeof(%s)::text"
    kinds = [first_row(statement, [value]) for value in (5, 2**40, AT, 5)]
    assert kinds == [
        ("smallint",),
        ("bigint",),
        ("timestamp with time zone",),
        ("smallint",),
    ]


def test_too_few_values_are_an_error() -> None:
    with pytest.raises(ProgrammingError, match="has 2 values, not 1"):
        all_rows("SELECT %s, %s", [1])


def test_what_the_server_refuses_is_djangos_error() -> None:
    with pytest.raises(IntegrityError), atomic():
        all_rows(
            "INSERT INTO people_session (session_key, session_data, expire_date) VALUES (%s, %s, NULL)",
            ["a", "b"],
        )
    with pytest.raises(DataError), atomic():
        all_rows("SELECT 1 / %s::int", [0])
    assert all_rows("SELECT 2", []) == [(2,)]


def test_a_broken_transaction_takes_no_statement() -> None:
    with atomic():
        connection.set_rollback(True)
        with pytest.raises(TransactionManagementError):
            all_rows("SELECT 1", [])


def test_the_first_statement_of_a_transaction_begins_it(kept: DatabaseWrapper) -> None:
    kept.set_autocommit(False)
    assert direct(kept).rows("SELECT 1", []) == [(1,)]
    assert kept.connection.info.transaction_status.name == "INTRANS"
    kept.rollback()
    kept.set_autocommit(True)
    assert direct(kept).rows("SELECT 1", []) == [(1,)]
    assert kept.connection.info.transaction_status.name == "IDLE"


@pytest.mark.parametrize("undone", ["all", "savepoint"])
def test_after_a_rollback_statements_are_prepared_anew(kept: DatabaseWrapper, undone: str) -> None:
    kept.set_autocommit(False)
    for _ in range(8):  # until psycopg has prepared something of its own, which it then throws away
        with kept.cursor() as cursor:
            cursor.execute("SELECT %s::int", [1])
    assert direct(kept).rows("SELECT %s::text", ["before"]) == [("before",)]
    if undone == "all":
        kept.rollback()
    else:
        sid = kept.savepoint()
        kept.savepoint_rollback(sid)
    assert direct(kept).rows("SELECT %s::text", ["after"]) == [("after",)]
    kept.rollback()


def test_a_statement_that_is_always_the_same_is_prepared_once(kept: DatabaseWrapper) -> None:
    mark = uuid4()
    for number in range(3):
        direct(kept).rows(f"SELECT %s::int /* {mark} */", [number])
    prepared = direct(kept).rows(
        "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE %s", [f"%{mark}%"]
    )
    assert prepared == [(1,)]


def test_a_connection_without_prepared_statements_is_left_to_cursors(
    kept: DatabaseWrapper,
) -> None:
    kept.connection.prepare_threshold = None  # as a pooler may want it
    assert kept.direct() is None


def test_who_counts_queries_sees_these() -> None:
    with CaptureQueriesContext(connection) as seen:
        assert all_rows("SELECT 3", []) == [(3,)]
    assert [query["sql"] for query in seen.captured_queries] == ["SELECT 3"]


def test_a_new_connection_prepares_its_own(kept: DatabaseWrapper) -> None:
    first = direct(kept)
    assert first.rows("SELECT 4", []) == [(4,)]
    kept.close()
    assert direct(kept).rows("SELECT 4", []) == [(4,)]
    assert direct(kept) is not first
