"""Storing a file of organisations: whole or not at all, while others see how far it is."""

from __future__ import annotations

import datetime as dt
from types import TracebackType
from typing import Self
from uuid import UUID

from django.db import connection, transaction

from plaudit.kit.verdict import Refused
from plaudit.people.actions.register_import import plan_of, store_plan
from plaudit.people.engines.register_file import UnreadableFile
from plaudit.people.models import ImportState, RegisterImport

MOST_ATTEMPTS = 3
MOST_PROBLEMS = 1000
GIVEN_UP = "It was begun three times and each time stopped before its end."


def store_waiting(*, at: dt.datetime) -> None:
    """Store each file that somebody asked for and no worker is at: also what a killed worker left."""
    waiting = RegisterImport.objects.filter(state=ImportState.STORING).order_by("asked_at")
    for identifier in waiting.values_list("pk", flat=True):
        store_import(identifier, at=at)


def store_import(identifier: UUID, *, at: dt.datetime) -> None:
    """Put the file's organisations into the register, as it stands at this moment.

    Does nothing when another worker is at it, or when it is not to be stored. All is one transaction: a worker
    that is killed leaves nothing behind, and the next begins anew, three times at most. Then, or when the file
    is refused, the import has failed and says why. The file's bytes are forgotten at the end.
    """
    try:
        with transaction.atomic():
            held = _held_alone(identifier)
            if held is not None:
                _store(held, at)
    except (Refused, UnreadableFile) as error:
        reason = error.reason if isinstance(error, Refused) else str(error)
        _fail(RegisterImport.objects.get(pk=identifier), reason)


def _store(held: RegisterImport, at: dt.datetime) -> None:
    if held.attempts >= MOST_ATTEMPTS:
        _fail(held, GIVEN_UP)
        return
    with Progress(held.pk) as progress:
        progress.begin()
        plan = plan_of(held)
        progress.expect(len(plan.planned))
        held.counts = store_plan(plan, at=at, told=progress.tell)
    held.problems = [(each.number, each.reason) for each in plan.problems[:MOST_PROBLEMS]]
    held.state, held.stored_at, held.content = ImportState.STORED, at, b""
    held.rows = held.done = len(plan.planned)
    held.save(update_fields=["counts", "problems", "state", "stored_at", "content", "rows", "done"])


def _held_alone(identifier: UUID) -> RegisterImport | None:
    """Return the import, to be stored by us alone until the transaction ends; a dead worker holds nothing."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))", [str(identifier)]
        )
        (is_ours,) = cursor.fetchone() or (False,)
    if not is_ours:
        return None
    return RegisterImport.objects.filter(pk=identifier, state=ImportState.STORING).first()


def _fail(held: RegisterImport, reason: str) -> None:
    held.state, held.failure, held.content = ImportState.FAILED, reason[:300], b""
    held.save(update_fields=["state", "failure", "content"])


class Progress:
    """Tells how far an import is on a connection of its own, so that others see it before all is stored.

    It must be closed before the import's row is written by the transaction itself.
    """

    def __init__(self, identifier: UUID) -> None:
        self.identifier = identifier
        self.connection = connection.copy()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.connection.close()

    def begin(self) -> None:
        """Count the attempt before anything is done."""
        self._set("attempts = attempts + 1, done = %s", 0)

    def expect(self, rows: int) -> None:
        """Say how many rows there are."""
        self._set("rows = %s", rows)

    def tell(self, done: int) -> None:
        """Say how many rows are done."""
        self._set("done = %s", done)

    def _set(self, what: str, value: int) -> None:
        statement = f"UPDATE people_registerimport SET {what} WHERE id = %s"  # noqa: S608 - one of the three above
        with self.connection.cursor() as cursor:
            cursor.execute(statement, [value, self.identifier])
