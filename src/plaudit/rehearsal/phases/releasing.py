"""At the instant the winners can be read, and the worker's own tasks send everybody their mail."""

from __future__ import annotations

import datetime as dt

from plaudit.kit.clock import frozen_at
from plaudit.messages.models import OutboxMessage
from plaudit.rehearsal.post import deliver_everything
from plaudit.rehearsal.stage import Stage
from plaudit.results.queries import awards_released
from plaudit.results.tasks import queue_mail_each_minute

TITLE = "Releasing"


def play(stage: Stage) -> dict[str, int]:
    at = stage.plan.release
    with frozen_at(at):
        awards = awards_released(stage.edition, at)
        queue_mail_each_minute(int(at.timestamp()))
        delivered = deliver_everything(at)
    later = at + dt.timedelta(minutes=1)
    with frozen_at(later):
        queue_mail_each_minute(int(later.timestamp()))
        if deliver_everything(later):
            raise AssertionError("A minute after the release mail went out once more.")
    results = OutboxMessage.objects.filter(kind="result").count()
    return {"awards": len(awards), "result mails": results, "delivered": delivered}
