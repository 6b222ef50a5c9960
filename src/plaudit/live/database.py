"""The exchange's own connections to the database, beside Django's and to the same place."""

from __future__ import annotations

import asyncio
from urllib.parse import quote, urlencode

import asyncpg
from django.db import connection

DJANGOS_OWN = {"server_side_binding", "prepare_threshold", "connect_timeout", "pool", "context"}
CONNECT_SECONDS = 5.0
# What is read goes by a few primary keys, whatever the statistics say: the plan is made once and kept.
SETTINGS = {
    "application_name": "plaudit live",
    "statement_timeout": "8s",
    "lock_timeout": "1s",
    "idle_in_transaction_session_timeout": "20s",
    "jit": "off",
    "timezone": "UTC",
    "plan_cache_mode": "force_generic_plan",
    "enable_hashjoin": "off",
    "enable_mergejoin": "off",
    "enable_seqscan": "off",
}
LOST = (OSError, asyncio.TimeoutError, asyncpg.PostgresConnectionError, asyncpg.InterfaceError)
UNAVAILABLE = (*LOST, asyncpg.OperatorInterventionError, asyncpg.InsufficientResourcesError)


class Database:
    """One connection, made when it is first wanted and again after it was lost."""

    def __init__(self) -> None:
        self._connection: asyncpg.Connection | None = None

    async def connected(self) -> asyncpg.Connection:
        """Return the connection. Raises one of UNAVAILABLE."""
        if self._connection is None or self._connection.is_closed():
            self._connection = await asyncpg.connect(
                address(), server_settings=SETTINGS, timeout=CONNECT_SECONDS
            )
        return self._connection

    def drop(self) -> None:
        """Give the connection up, with whatever was under way on it."""
        if self._connection is not None:
            self._connection.terminate()
            self._connection = None

    async def close(self) -> None:
        """Close the connection, politely if that is quick."""
        held, self._connection = self._connection, None
        if held is not None:
            try:
                await held.close(timeout=0.5)
            except Exception:  # noqa: BLE001 - it is over either way
                held.terminate()


def address() -> str:
    """Return Django's database as an address."""
    told = connection.settings_dict
    options = {k: str(v) for k, v in told["OPTIONS"].items() if k not in DJANGOS_OWN}
    who = {"user": told["USER"], "password": told["PASSWORD"]}
    where = {"host": told["HOST"], "port": str(told["PORT"])}
    given = {name: value for name, value in {**options, **who, **where}.items() if value}
    return f"postgresql:///{quote(str(told['NAME']), safe='')}?{urlencode(given)}"
