"""Until the instant of release nothing shows, and the worker finds nothing to send."""

from __future__ import annotations

import datetime as dt

from plaudit.kit.clock import frozen_at
from plaudit.messages.models import OutboxMessage
from plaudit.rehearsal.post import deliver_everything
from plaudit.rehearsal.stage import Stage
from plaudit.results.feedback import feedback_for_entry
from plaudit.results.queries import awards_released, outcome_for_entry
from plaudit.results.tasks import queue_mail_each_minute

TITLE = "Waiting for the release"


def play(stage: Stage) -> dict[str, int]:
    called_off = stage.plan.release - dt.timedelta(days=30)
    moments = (called_off, stage.plan.release - dt.timedelta(seconds=1))
    delivered = sum(_nothing_shows(stage, at) for at in moments)
    return {"moments": len(moments), "other mail delivered": delivered}


def _nothing_shows(stage: Stage, at: dt.datetime) -> int:
    with frozen_at(at):
        if awards_released(stage.edition, at):
            raise AssertionError(f"Awards could be read at {at}.")
        for draft in stage.drafts:
            if outcome_for_entry(draft.entry, at) or feedback_for_entry(draft.entry, at):
                raise AssertionError(f"An entrant could read the outcome at {at}.")
        queue_mail_each_minute(int(at.timestamp()))
        if OutboxMessage.objects.filter(kind="result").exists():
            raise AssertionError(f"Mail of results was queued at {at}.")
        return deliver_everything(at)
