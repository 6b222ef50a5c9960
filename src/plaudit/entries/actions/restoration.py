"""Bringing back what an answer once said."""

from __future__ import annotations

import datetime as dt

from plaudit.entries.actions.answer import SavedAnswer, save_answer
from plaudit.entries.documents import replayed, text_in
from plaudit.entries.models import Answer, UpdateSource
from plaudit.kit.verdict import Refused
from plaudit.people.models import Person


def restore_answer(answer: Answer, version: int, *, by: Person, at: dt.datetime) -> SavedAnswer:
    """Have the answer say again what it said at `version`.

    Checks what saving checks, and that there was such a version. What it says now stays in its history, and
    words that others save at the same moment are kept. Raises Refused.
    """
    rows = answer.updates.filter(version__lte=version).order_by("version")
    updates = [bytes(data) for data in rows.values_list("data", flat=True)]
    if not updates or len(updates) != version:
        raise Refused("There is no such version of this answer.")
    return save_answer(
        answer.entry,
        answer.criterion,
        by=by,
        at=at,
        text=text_in(replayed(updates)),
        version=answer.version,
        source=UpdateSource.RESTORED,
    )
