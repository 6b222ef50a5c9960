"""The backend that Django finds by `ENGINE`. See Django, "Subclassing the built-in database backends"."""

from __future__ import annotations

import select
from typing import Any

from django.db.backends.postgresql.base import DatabaseWrapper as PostgreSQL

from plaudit.kit.postgresql.direct import Direct


class DatabaseWrapper(PostgreSQL):
    """Before a request uses a kept connection, its socket is looked at instead of asking the server.

    A server that ended or restarted has closed the socket, or said why on it: then, and only then, Django's own
    question is put, which costs each page a round trip.

    Beside its cursors it runs statements directly (`direct.py`), until a rollback: with it psycopg throws all
    prepared statements of the connection away.
    """

    _direct: Direct | None = None

    def direct(self) -> Direct | None:
        """Return the way to run statements directly, or None where a cursor is to run them.

        That is where somebody looks on, and where a pooler or a level of isolation asks for more (`Direct.is_ready`).
        """
        if self.queries_logged or self.execute_wrappers:
            return None
        self.close_if_health_check_failed()
        self.ensure_connection()
        self.validate_no_broken_transaction()
        if self._direct is None or self._direct.connection is not self.connection:
            self._direct = Direct(self.connection)
        return self._direct if self._direct.is_ready() else None

    def _rollback(self) -> Any:
        self._direct = None
        return super()._rollback()  # type: ignore[misc]

    def _savepoint_rollback(self, sid: str) -> None:
        self._direct = None
        super()._savepoint_rollback(sid)  # type: ignore[misc]

    def is_usable(self) -> bool:
        """Whether the connection can be used, as far as this machine can tell."""
        connection = self.connection
        if connection is None or connection.closed:
            return False
        if self.errors_occurred or _has_news(connection.fileno()):
            return bool(super().is_usable())
        return True


def _has_news(socket: int) -> bool:
    """Whether there is something to read, or the other side has gone."""
    poll = select.poll()
    poll.register(socket, select.POLLIN | select.POLLPRI)
    return bool(poll.poll(0))
