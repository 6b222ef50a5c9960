"""Statements written by hand: for the few reads and writes that people make all day, and no others.

Parameters are always bound, never written into the text. See docs/decisions/2026-11-21-hot-reads-in-sql.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Generic, TypeVar, cast

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import Model
from django.db.models.base import ModelState

from plaudit.kit.postgresql import direct
from plaudit.kit.postgresql.base import DatabaseWrapper

Row = direct.Row
Parameters = direct.Parameters
M = TypeVar("M", bound=Model)


def first_row(statement: str, parameters: Parameters) -> Row | None:
    """Run the statement and return its first row, or None."""
    rows = all_rows(statement, parameters)
    return rows[0] if rows else None


def all_rows(statement: str, parameters: Parameters) -> list[Row]:
    """Run the statement and return its rows, none where it answers nothing."""
    wrapper = cast(DatabaseWrapper, connections[DEFAULT_DB_ALIAS])
    with wrapper.wrap_database_errors:
        straight = wrapper.direct()
        if straight is not None:
            return straight.rows(statement, parameters)
    with wrapper.cursor() as cursor:
        cursor.execute(statement, parameters)
        rows: list[Row] = cursor.fetchall() if cursor.description else []
        return rows


def run(statement: str, parameters: Parameters) -> None:
    """Run a statement that answers nothing."""
    all_rows(statement, parameters)


def instant_in(text: str | None) -> dt.datetime | None:
    """Return the instant that PostgreSQL wrote into JSON, aware, in UTC."""
    return None if text is None else dt.datetime.fromisoformat(text).astimezone(dt.UTC)


def insert(row: Model) -> None:
    """Insert the row in one statement. Raises IntegrityError."""
    _insert(row, "")


def insert_unless_there(row: Model) -> bool:
    """Insert the row in one statement, unless its like is there already. Returns whether it was inserted."""
    return _insert(row, "ON CONFLICT DO NOTHING ")


def _insert(row: Model, on_conflict: str) -> bool:
    fields = row._meta.concrete_fields
    columns = ", ".join(str(field.column) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    statement = (
        f"INSERT INTO {row._meta.db_table} ({columns}) VALUES ({places}) "  # noqa: S608 - names of columns alone
        f"{on_conflict}RETURNING true"
    )
    values = [field.get_db_prep_save(field.pre_save(row, add=True), connection) for field in fields]
    is_new = first_row(statement, values) is not None
    row._state.adding, row._state.db = not is_new, connection.alias
    return is_new


class Columns(Generic[M]):
    """The columns of a model, in a statement where its table goes by `alias`.

    `listed` is their list for SELECT; `read` makes the model from that many values of a row. A column in
    `omit` is left out, and fetched by Django should anybody ask for it after all; with `only`, all others.
    """

    def __init__(
        self,
        model: type[M],
        alias: str,
        *,
        omit: Sequence[str] = (),
        only: Sequence[str] = (),
    ) -> None:
        fields = [
            field
            for field in model._meta.concrete_fields
            if field.attname not in omit and (not only or field.attname in only)
        ]
        converted = [field.name for field in fields if hasattr(field, "from_db_value")]
        if converted:
            raise TypeError(f"{model.__name__}.{converted[0]} is not read as the database gives it")
        self.model = model
        self.names = [field.attname for field in fields]
        self.listed = ", ".join(f"{alias}.{field.column}" for field in fields)
        self.width = len(fields)

    def read(self, row: Row, start: int = 0) -> M:
        """Return the model whose values begin at `start` of the row.

        Made as `Model.from_db` makes it, without asking each field and sending signals that nobody hears.
        """
        made = self.model.__new__(self.model)
        made.__dict__.update(zip(self.names, row[start : start + self.width], strict=True))
        made._state = state = ModelState()
        state.adding, state.db = False, DEFAULT_DB_ALIAS
        return made


def tie(row: Model, **related: Model) -> None:
    """Let relations of the row be models that were read with it, as `row.name = model` does, at once."""
    row._state.fields_cache.update(related)
