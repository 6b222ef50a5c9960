from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection
from PIL import Image

TRANSACTION_CONTROL = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")


@contextmanager
def queries_of() -> Iterator[list[str]]:
    """Collect the queries that ask or change something, without those that mark transactions."""
    asked: list[str] = []

    def listen(execute, sql, params, many, context):
        if not sql.startswith(TRANSACTION_CONTROL):
            asked.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        yield asked


@pytest.fixture
def a_photo() -> bytes:
    """A small JPEG."""
    sent = io.BytesIO()
    Image.new("RGB", (1200, 800), "teal").save(sent, "JPEG")
    return sent.getvalue()
