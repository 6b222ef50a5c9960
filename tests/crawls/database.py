"""What the database holds, so that a test can say that nothing in it changed."""

from __future__ import annotations

import re

from django.apps import apps
from django.db import connection, models

KEPT_BY_THE_FRAMEWORK = {"people_session", "cache_entry"}


def tables() -> list[str]:
    """Return the names of every table of ours but sessions, which each sign-in writes."""
    return sorted({model._meta.db_table for model in managed_models()} - KEPT_BY_THE_FRAMEWORK)


def managed_models() -> list[type[models.Model]]:
    """Return every model with a table, those between two others included."""
    return [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]


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


UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
NUMBER = re.compile(r"^\(\d+,")
BY_CHANCE = re.compile(r"\\+x[0-9a-f]{20,}|![A-Za-z0-9]{40}|[A-Za-z0-9_-]{43}(?:\.\w+)?")


def rows() -> dict[str, list[str]]:
    """Return the text of every row of every table of ours."""
    quote = connection.ops.quote_name
    found: dict[str, list[str]] = {name: [] for name in tables()}
    selects = [f"SELECT '{name}', t::text FROM {quote(name)} t" for name in found]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(selects))
        for name, text in cursor.fetchall():
            found[name].append(text)
    return found


def numbered_tables() -> set[str]:
    """Return the tables that number their rows: a number that was taken back is not given again."""
    return {
        model._meta.db_table
        for model in managed_models()
        if isinstance(model._meta.pk, models.AutoField)
    }


def identifiers_in(found: dict[str, list[str]]) -> set[str]:
    return {one for texts in found.values() for text in texts for one in UUID.findall(text)}


def without_new_identifiers(found: dict[str, list[str]], known: set[str]) -> dict[str, list[str]]:
    """Return the rows with all identifiers but the `known` ones, tokens and documents made alike."""

    numbered = numbered_tables()

    def masked(text: str, name: str) -> str:
        text = NUMBER.sub("(new,", text) if name in numbered else text
        text = UUID.sub(lambda one: one[0] if one[0] in known else "new", text)
        return BY_CHANCE.sub("chance", text)

    return {name: sorted(masked(text, name) for text in texts) for name, texts in found.items()}
