"""What the database holds, so that a test can say that nothing in it changed."""

from __future__ import annotations

from django.apps import apps
from django.db import connection

KEPT_BY_THE_FRAMEWORK = {"people_session", "cache_entry"}


def tables() -> list[str]:
    """Return the names of every table of ours but sessions, which each sign-in writes."""
    models = [model for model in apps.get_models() if model._meta.managed]
    return sorted({model._meta.db_table for model in models} - KEPT_BY_THE_FRAMEWORK)


def digests() -> dict[str, tuple[int, str]]:
    """Return for each table its number of rows and a digest of all that they hold. One query."""
    quote = connection.ops.quote_name
    selects = [
        f"SELECT '{name}', count(*), md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM {quote(name)} t"
        for name in tables()
    ]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(selects))
        return {name: (count, digest) for name, count, digest in cursor.fetchall()}


def changed_since(before: dict[str, tuple[int, str]]) -> set[str]:
    """Return the tables that hold something else than `before` says."""
    return {name for name, digest in digests().items() if digest != before[name]}
