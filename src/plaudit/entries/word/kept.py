"""What the last Word file put into an entry's answers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from plaudit.entries.documents import text_in
from plaudit.entries.models import AnswerUpdate, Entry, UpdateSource
from plaudit.entries.replaying import document_at
from plaudit.people.models import Person

JUST_NOW = dt.timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class PlacedText:
    """An answer before and after the file's text came in."""

    name: str
    before: str
    after: str
    word_limit: int | None


def just_kept(entry: Entry, person: Person, at: dt.datetime) -> list[PlacedText]:
    """Return where the words of the Word file went that the person kept last, if that was just before `at`.

    In the order of the criteria. A query, and one for each answer that the file changed (two, if it changed since).
    """
    rows = AnswerUpdate.objects.filter(
        answer__entry=entry, person=person, source=UpdateSource.WORD, at__gt=at - JUST_NOW
    )
    last = rows.order_by("-at").values("at")[:1]
    kept = rows.filter(at=last).select_related("answer__criterion__criterion")
    return [_placed(update) for update in kept.order_by("answer__criterion__position")]


def _placed(update: AnswerUpdate) -> PlacedText:
    answer, criterion = update.answer, update.answer.criterion
    return PlacedText(
        name=criterion.name,
        before=text_in(document_at(answer, update.version - 1)),
        after=text_in(document_at(answer, update.version)),
        word_limit=criterion.word_limit,
    )
