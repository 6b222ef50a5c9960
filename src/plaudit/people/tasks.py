"""Background work on accounts, run by the worker."""

from __future__ import annotations

from procrastinate.contrib.django import app

from plaudit.kit.clock import now
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
