from __future__ import annotations

from django.apps import apps
from django.db import connection

KEPT = {"django_migrations", "django_content_type", "cache_entry"}


def remove_everything() -> None:
    """Empty every table of the demo's database, milestones too. Only the demo has code for that."""
    tables = {model._meta.db_table for model in apps.get_models() if model._meta.managed} - KEPT
    present = tables & set(connection.introspection.table_names())
    quoted = ", ".join(connection.ops.quote_name(table) for table in sorted(present))
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {quoted} CASCADE")
