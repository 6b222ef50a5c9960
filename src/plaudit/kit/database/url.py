"""From a DATABASE_URL to Django's settings.

libpq reads the address itself, so every form that `psql` takes works here: `postgresql://user@host/name`,
a Unix socket as `postgresql://user@%2Frun%2Fpostgresql/name`, `?sslmode=verify-full`, and so on.
"""

from __future__ import annotations

from typing import Any

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

SCHEMES = ("postgresql://", "postgres://")
CONNECT_TIMEOUT_SECONDS = 10
KEEP_CONNECTION_SECONDS = 60
PREPARE_AFTER = 5  # a statement seen this often on a connection is planned once and kept


class BadDatabaseUrl(ValueError):
    """The address cannot be read; the message says why, without repeating a password."""


def database_settings(url: str) -> dict[str, Any]:
    """One entry of Django's DATABASES for this address.

    Connections are kept for a minute and checked before reuse, so a restarted server costs one reconnect and
    no error. psycopg's pool stays off: each worker thread keeps one connection, which bounds them well.
    Values are bound by the server and statements prepared, which halves the database's share of a page.
    Raises BadDatabaseUrl.
    """
    if not url.startswith(SCHEMES):
        raise BadDatabaseUrl(
            "DATABASE_URL must start with postgresql://, for example postgresql://plaudit@localhost/plaudit."
        )
    try:
        parts = conninfo_to_dict(url)
    except ProgrammingError:
        raise BadDatabaseUrl(
            "DATABASE_URL cannot be read. Characters such as @ : / in a user, password or socket folder must be "
            "percent-encoded."
        ) from None
    name = parts.pop("dbname", None)
    if not name:
        raise BadDatabaseUrl("DATABASE_URL names no database: end it with /plaudit, say.")
    parts.setdefault("connect_timeout", CONNECT_TIMEOUT_SECONDS)
    parts |= {"server_side_binding": True, "prepare_threshold": PREPARE_AFTER}
    return {
        "ENGINE": "plaudit.kit.postgresql",
        "NAME": str(name),
        "USER": str(parts.pop("user", "")),
        "PASSWORD": str(parts.pop("password", "")),
        "HOST": str(parts.pop("host", "")),
        "PORT": str(parts.pop("port", "")),
        "OPTIONS": parts,
        "CONN_MAX_AGE": KEEP_CONNECTION_SECONDS,
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": False,
    }
