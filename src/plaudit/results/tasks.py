"""Work of the worker at the instant of release. Pages do not wait for it: they ask the clock."""

from __future__ import annotations

import datetime as dt

from procrastinate.contrib.django import app

from plaudit.kit.clock import now


@app.periodic(cron="* * * * *")
@app.task(name="results.queue_mail_each_minute", queueing_lock="results.queue_mail_each_minute")
def queue_mail_each_minute(timestamp: int) -> None:
    """Queue the mail of awards that have been released; nothing when there is none to queue."""
    _queue()


@app.task(name="results.queue_mail")
def queue_mail() -> None:
    """Queue the mail of awards released at this instant."""
    _queue()


def wake_at(instant: dt.datetime) -> None:
    """Have the worker queue the mail at `instant`. One that was called off finds nothing to do."""
    queue_mail.configure(schedule_at=instant).defer()


def _queue() -> None:
    from plaudit.results.actions.release import queue_result_mail

    queue_result_mail(now())
