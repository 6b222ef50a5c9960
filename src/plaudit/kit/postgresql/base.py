"""The backend that Django finds by `ENGINE`. See Django, "Subclassing the built-in database backends"."""

from __future__ import annotations

import select

from django.db.backends.postgresql.base import DatabaseWrapper as PostgreSQL


class DatabaseWrapper(PostgreSQL):
    """Before a request uses a kept connection, its socket is looked at instead of asking the server.

    A server that ended or restarted has closed the socket, or said why on it: then, and only then, Django's own
    question is put, which costs each page a round trip.
    """

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
