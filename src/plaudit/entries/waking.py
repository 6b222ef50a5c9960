"""Waking the worker for files that have just come."""

from __future__ import annotations

from django.db import transaction
from procrastinate.exceptions import AlreadyEnqueued


def look_after_files_soon() -> None:
    """Queue one job, with this transaction, unless one is waiting already: it will find every file."""
    from plaudit.entries.file_tasks import look_after_files

    try:
        with transaction.atomic():
            look_after_files.configure(queueing_lock="entries.look_after_files").defer()
    except AlreadyEnqueued:
        return
