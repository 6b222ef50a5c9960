"""Waking the worker for a file of organisations that somebody wants stored."""

from __future__ import annotations

from uuid import UUID


def store_import_soon(identifier: UUID) -> None:
    """Queue the work with this transaction. Should it be lost, the worker looks each minute (`people.tasks`)."""
    from plaudit.people.tasks import store_register_import

    store_register_import.defer(identifier=str(identifier))
