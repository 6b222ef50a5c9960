"""What an answer said over time, read back from its updates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from pycrdt import Doc, Text

from plaudit.entries.models import AnswerUpdate, UpdateSource
from plaudit.people.models import Person

ONE_SITTING = dt.timedelta(minutes=10)


@dataclass(frozen=True)
class Sitting:
    """What one person wrote without a long rest, and the answer as it stood before and afterwards.

    `version` is that of the last update, `source` how the words came. While two people write at once each
    has sittings of their own, which follow one another.
    """

    person: Person
    began_at: dt.datetime
    ended_at: dt.datetime
    version: int
    source: UpdateSource
    before: str
    text: str


def sittings(updates: Iterable[AnswerUpdate]) -> list[Sitting]:
    """Return the updates, given first to last, as sittings, first to last.

    Updates of one person belong to one sitting while they came the same way, none of another's lies between
    them, and they are no more than ten minutes apart.
    """
    shared: Doc[Text] = Doc()
    words = shared.get("text", type=Text)
    found: list[Sitting] = []
    for group in _grouped(updates):
        before = str(words)
        for update in group:
            shared.apply_update(bytes(update.data))
        first, last = group[0], group[-1]
        found.append(
            Sitting(
                person=first.person,
                began_at=first.at,
                ended_at=last.at,
                version=last.version,
                source=UpdateSource(last.source),
                before=before,
                text=str(words),
            )
        )
    return found


def _grouped(updates: Iterable[AnswerUpdate]) -> list[list[AnswerUpdate]]:
    groups: list[list[AnswerUpdate]] = []
    for update in updates:
        last = groups[-1][-1] if groups else None
        if last and _is_one_sitting(last, update):
            groups[-1].append(update)
        else:
            groups.append([update])
    return groups


def _is_one_sitting(last: AnswerUpdate, update: AnswerUpdate) -> bool:
    is_same = (last.person_id, last.source) == (update.person_id, update.source)
    return is_same and update.at - last.at <= ONE_SITTING
