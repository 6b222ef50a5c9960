"""For machines that ask how the service is."""

from __future__ import annotations

import time
from dataclasses import dataclass

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

REMEMBERED_FOR = 5.0


@dataclass
class _LastCheck:
    is_ready: bool = False
    until: float = 0.0


_last = _LastCheck()


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Say that the process is up. Asks nothing of the database."""
    return _plain("up", 200)


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Say whether the database answers and is migrated; the answer is remembered for five seconds."""
    if time.monotonic() >= _last.until:
        _last.is_ready = _is_ready()
        _last.until = time.monotonic() + REMEMBERED_FOR
    return _plain("ready", 200) if _last.is_ready else _plain("not ready", 503)


def _is_ready() -> bool:
    try:
        executor = MigrationExecutor(connection)
        return not executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return False


def _plain(text: str, status: int) -> HttpResponse:
    return HttpResponse(
        text + "\n", status=status, content_type="text/plain", headers={"Cache-Control": "no-store"}
    )
