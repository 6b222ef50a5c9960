"""The database: its address, and the PostgreSQL that Plaudit brings along."""

from __future__ import annotations

from plaudit.kit.database.errors import DatabaseUnavailable
from plaudit.kit.database.server import EmbeddedServer
from plaudit.kit.database.url import BadDatabaseUrl, database_settings

__all__ = ["BadDatabaseUrl", "DatabaseUnavailable", "EmbeddedServer", "database_settings"]
