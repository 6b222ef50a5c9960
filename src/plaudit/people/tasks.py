"""Background work on accounts, run by the worker."""

from __future__ import annotations

from uuid import UUID

from procrastinate.contrib.django import app

from plaudit.kit.clock import now
from plaudit.people.actions.register_storing import store_import, store_waiting
from plaudit.people.actions.sign_in import forget_unused_people
from plaudit.people.sessions import SessionStore


@app.periodic(cron="41 * * * *")
@app.task(name="people.forget_unused", queueing_lock="people.forget_unused")
def forget_unused(timestamp: int) -> None:
    """Delete accounts that were asked for and never used."""
    forget_unused_people(at=now())


@app.periodic(cron="47 3 * * *")
@app.task(name="people.clear_sessions", queueing_lock="people.clear_sessions")
def clear_sessions(timestamp: int) -> None:
    """Delete sessions that have run out."""
    SessionStore.clear_expired()


@app.task(name="people.store_register_import")
def store_register_import(identifier: str) -> None:
    """Store a file of organisations that somebody looked at."""
    store_import(UUID(identifier), at=now())


@app.periodic(cron="* * * * *")
@app.task(name="people.store_register_imports", queueing_lock="people.store_register_imports")
def store_register_imports(timestamp: int) -> None:
    """Take up what a killed worker left, or say that it has failed."""
    store_waiting(at=now())
