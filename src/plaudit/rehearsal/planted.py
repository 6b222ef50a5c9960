"""Faults put in on purpose, to prove that a rehearsal finds them. Each is done behind the actions' backs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import F

from plaudit.entries.models import Answer, Entry, EntryStatus, Submission
from plaudit.judging.models import Recusal, Score
from plaudit.messages.models import OutboxMessage
from plaudit.rehearsal.stage import Stage


@dataclass(frozen=True)
class Fault:
    """What is done to the database, right after the phase with this title."""

    after: str
    do: Callable[[Stage], object]


def _lose_words(stage: Stage) -> None:
    entry, criterion = next(iter(stage.ledger.answers))
    Answer.objects.filter(entry=entry, criterion=criterion).update(text="")


def _back_date(stage: Stage) -> None:
    late = stage.plan.closes + dt.timedelta(seconds=1)
    last = Submission.objects.order_by("-reference").values("pk")[:1]
    Submission.objects.filter(pk__in=last).update(submitted_at=late)


def _change_snapshot(stage: Stage) -> None:
    first = Submission.objects.order_by("reference")[0]
    Submission.objects.filter(pk=first.pk).update(
        snapshot={**first.snapshot, "title": "Another title"}
    )


def _raise_a_score(stage: Stage) -> None:
    raised = Score.objects.filter(value__lt=10).values("pk")[:1]
    Score.objects.filter(pk__in=raised).update(value=F("value") + 1)


def _forget_recusals(stage: Stage) -> None:
    Recusal.objects.all().delete()


def _lose_a_receipt(stage: Stage) -> None:
    OutboxMessage.objects.filter(kind="receipt").order_by("created_at", "pk")[0].delete()


def _send_again(stage: Stage) -> None:
    OutboxMessage.objects.filter(kind="receipt").update(sent_at=None, attempts=0)


def _mark_submitted(stage: Stage) -> None:
    draft = Entry.objects.filter(status=EntryStatus.DRAFT).order_by("number")[0]
    Entry.objects.filter(pk=draft.pk).update(status=EntryStatus.SUBMITTED)


FAULTS = {
    "lost-words": Fault("Feedback", _lose_words),
    "late-submission": Fault("Feedback", _back_date),
    "changed-snapshot": Fault("Feedback", _change_snapshot),
    "forged-status": Fault("Feedback", _mark_submitted),
    "raised-score": Fault("Feedback", _raise_a_score),
    "forgotten-recusal": Fault("Feedback", _forget_recusals),
    "lost-receipt": Fault("Feedback", _lose_a_receipt),
    "mail-twice": Fault("Waiting for the release", _send_again),
}
