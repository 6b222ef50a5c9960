"""Statements written by hand: for the few reads and writes that people make all day, and no others.

Parameters are always bound, never written into the text. See docs/decisions/2026-11-21-hot-reads-in-sql.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models import Model

Row = tuple[Any, ...]
Parameters = Sequence[Any] | Mapping[str, Any]
M = TypeVar("M", bound=Model)


def first_row(statement: str, parameters: Parameters) -> Row | None:
    """Run the statement and return its first row, or None."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        row: Row | None = cursor.fetchone()
        return row


def all_rows(statement: str, parameters: Parameters) -> list[Row]:
    """Run the statement and return its rows."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        rows: list[Row] = cursor.fetchall()
        return rows


def run(statement: str, parameters: Parameters) -> None:
    """Run a statement that answers nothing."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)


def instant_in(text: str | None) -> dt.datetime | None:
    """Return the instant that PostgreSQL wrote into JSON, aware, in UTC."""
    return None if text is None else dt.datetime.fromisoformat(text).astimezone(dt.UTC)


def insert_unless_there(row: Model) -> bool:
    """Insert the row in one statement, unless its like is there already. Returns whether it was inserted."""
    fields = row._meta.concrete_fields
    columns = ", ".join(str(field.column) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    statement = (
        f"INSERT INTO {row._meta.db_table} ({columns}) VALUES ({places}) "  # noqa: S608 - names of columns alone
        "ON CONFLICT DO NOTHING RETURNING true"
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
        """Return the model whose values begin at `start` of the row."""
        return self.model.from_db("default", self.names, row[start : start + self.width])
