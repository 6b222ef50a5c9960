"""Statements that are always the same, run straight through libpq as prepared statements.

A cursor of psycopg reads the statement, chooses and asks the server in many steps of Python, for every call anew. Here
that is done once for each statement and connection; a call then is: write the values, run, read the rows, in C.
Values are bound by the server, and written and read by psycopg's own adapters, as by a cursor.

psycopg throws away every prepared statement of a connection, these too, after a rollback: see `base.py`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import Any

import psycopg
from psycopg import errors, pq
from psycopg.abc import Transformer as TransformerLike
from psycopg.adapt import AdaptersMap, PyFormat, Transformer
from psycopg.types.datetime import TimestamptzLoader

Row = tuple[Any, ...]
Parameters = Sequence[Any] | Mapping[str, Any]
Key = tuple[str, tuple[int, ...]]  # a statement, and the types of its values

MOST_KEPT = 200  # statements a connection
_numbers = count()
PLACE = re.compile(r"%(?:%|s|\((\w+)\)s)")


@dataclass(frozen=True)
class Written:
    """A statement as the server wants it: `$1` for a value.

    `names` are of its values, where they have names; `width` is how many they are.
    """

    text: bytes
    names: tuple[str, ...]
    width: int


@dataclass
class Context:
    """What psycopg's adapters ask for: those of the connection, and instants read in C, in its time zone."""

    connection: psycopg.Connection[Any]
    adapters: AdaptersMap


class Direct:
    """The prepared statements of one connection."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self.connection = connection
        self._kept: dict[Key, tuple[bytes, TransformerLike]] = {}
        adapters = AdaptersMap(connection.adapters)
        adapters.register_loader("timestamptz", TimestamptzLoader)
        self._context = Context(connection, adapters)
        self._writer = Transformer(self._context)

    def is_ready(self) -> bool:
        """Whether statements can be run here and now; otherwise a cursor is to run them."""
        connection = self.connection
        wanted = (connection.isolation_level, connection.read_only, connection.deferrable)
        return (
            connection.prepare_threshold is not None
            and len(self._kept) < MOST_KEPT
            and wanted == (None, None, None)
        )

    def rows(self, statement: str, parameters: Parameters) -> list[Row]:
        """Run the statement and return its rows. Raises psycopg.Error."""
        written = _written(statement)
        values = (
            [parameters[name] for name in written.names]
            if isinstance(parameters, Mapping)
            else parameters
        )
        if len(values) != written.width:
            raise psycopg.ProgrammingError(
                f"the statement has {written.width} values, not {len(values)}"
            )
        sent = self._writer.dump_sequence(values, [PyFormat.AUTO] * written.width)
        key = (statement, self._writer.types or ())
        name, reader = self._kept.get(key) or self._prepare(key, written)
        self._begin()
        # As Any: None is a value here, which the type of exec_prepared forgets.
        run: Any = self.connection.pgconn.exec_prepared
        result = run(name, sent, self._writer.formats)
        if result.status == pq.ExecStatus.TUPLES_OK:
            reader.set_pgresult(result)
            return reader.load_rows(0, result.ntuples, tuple)
        if result.status == pq.ExecStatus.COMMAND_OK:
            return []
        raise self._error(result)

    def _begin(self) -> None:
        """Begin a transaction, as a cursor does with the first statement where nothing is committed by itself."""
        connection = self.connection
        if (
            connection.autocommit
            or connection.pgconn.transaction_status != pq.TransactionStatus.IDLE
        ):
            return
        result = connection.pgconn.exec_(b"BEGIN")
        if result.status != pq.ExecStatus.COMMAND_OK:
            raise self._error(result)

    def _prepare(self, key: Key, written: Written) -> tuple[bytes, TransformerLike]:
        name = f"plaudit_{next(_numbers)}".encode()
        result = self.connection.pgconn.prepare(name, written.text, key[1])
        if result.status != pq.ExecStatus.COMMAND_OK:
            raise self._error(result)
        self._kept[key] = name, Transformer(self._context)
        return self._kept[key]

    def _error(self, result: Any) -> psycopg.Error:
        return errors.error_from_result(result, encoding=self._writer.encoding)


@lru_cache(maxsize=2 * MOST_KEPT)
def _written(statement: str) -> Written:
    names: list[str] = []
    width = 0

    def place(found: re.Match[str]) -> str:
        nonlocal width
        if found[0] == "%%":
            return "%"
        if found[1] is None:
            width += 1
            return f"${width}"
        if found[1] not in names:
            names.append(found[1])
        return f"${names.index(found[1]) + 1}"

    text = PLACE.sub(place, statement)
    return Written(text.encode(), tuple(names), len(names) or width)
