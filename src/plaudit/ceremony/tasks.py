"""Background work of the ceremony."""

from __future__ import annotations

from procrastinate.contrib.django import app

from plaudit.ceremony.actions.guest import forget_needs
from plaudit.ceremony.actions.reminder import remind_of_names
from plaudit.kit.clock import now


@app.periodic(cron="23 3 * * *")
@app.task(name="ceremony.forget_needs", queueing_lock="ceremony.forget_needs")
def forget_needs_each_night(timestamp: int) -> None:
    forget_needs(at=now())


@app.periodic(cron="*/5 * * * *")
@app.task(name="ceremony.remind_of_names", queueing_lock="ceremony.remind_of_names")
def remind_of_names_every_five_minutes(timestamp: int) -> None:
    remind_of_names(at=now())
