"""Background work of the outbox. The worker runs these; pages only wake it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from plaudit.kit.clock import now
from plaudit.kit.rows import first_row
from plaudit.messages.actions.delivery import BATCH, deliver_due_mail
from plaudit.messages.actions.purge import purge_outbox

WAITING = "SELECT 1 FROM procrastinate_jobs WHERE queueing_lock = %s AND status = 'todo'"


@app.task(name="messages.deliver")
def deliver() -> None:
    """Send what is due. After a full batch, queue itself again, so that no job runs for long."""
    if deliver_due_mail(now=now) == BATCH:
        Wake()()


@dataclass(frozen=True)
class Wake:
    """Queues one delivery job, for now or for `at`, unless one is waiting already: it will find all mail."""

    at: dt.datetime | None = None

    def __call__(self) -> None:
        lock = "messages.deliver" if self.at is None else f"messages.deliver {self.at.isoformat()}"
        # Asked first, since a failed insert costs a rollback, and with it all that psycopg has prepared.
        if first_row(WAITING, [lock]) is not None:
            return
        try:
            with transaction.atomic():
                deliver.configure(queueing_lock=lock, schedule_at=self.at).defer()
        except AlreadyEnqueued:
            return


@app.periodic(cron="* * * * *")
@app.task(name="messages.deliver_each_minute", queueing_lock="messages.deliver_each_minute")
def deliver_each_minute(timestamp: int) -> None:
    """Send what came due later, and whatever a lost wake-up left behind."""
    deliver_due_mail(now=now)


@app.periodic(cron="17 3 * * *")
@app.task(name="messages.purge", queueing_lock="messages.purge")
def purge(timestamp: int) -> None:
    purge_outbox(at=now())
