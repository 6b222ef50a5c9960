"""Background work of judging. Pages never wait for it: a conflict is derived at each read."""

from __future__ import annotations

from procrastinate.contrib.django import app

from plaudit.judging.actions.recusal import recuse_conflicts
from plaudit.kit.clock import now


@app.periodic(cron="* * * * *")
@app.task(name="judging.recuse_conflicts", queueing_lock="judging.recuse_conflicts")
def recuse_conflicts_each_minute(timestamp: int) -> None:
    """Record a recusal for each conflict that came about since, such as a late partner."""
    recuse_conflicts(at=now())
