from __future__ import annotations

import datetime as dt

from plaudit.messages.models import OutboxMessage
from plaudit.messages.tasks import deliver_each_minute


def deliver_everything(at: dt.datetime) -> int:
    """Run the worker's delivery task until no mail is due; return how many went out. The clock is held at `at`."""
    before = OutboxMessage.objects.filter(sent_at__isnull=False).count()
    waiting = OutboxMessage.objects.filter(sent_at__isnull=True, not_before__lte=at, attempts=0)
    while waiting.exists():
        deliver_each_minute(int(at.timestamp()))
    return OutboxMessage.objects.filter(sent_at__isnull=False).count() - before
