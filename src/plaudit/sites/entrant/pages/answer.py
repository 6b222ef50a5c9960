"""The words of the writing desk."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.urls import reverse

from plaudit.entries.models import Answer
from plaudit.entries.queries import WritingDesk
from plaudit.entries.rules import may_write
from plaudit.kit.dates import clock_time, short_day
from plaudit.people.models import Person
from plaudit.sites.entrant.pages.state import closing_text, entry_title, is_closed
from plaudit.sites.entrant.pages.tasks import Task, criterion_tasks, word_count


@dataclass(frozen=True)
class AnswerPage:
    """What the writing desk shows of one answer."""

    name: str
    entry_title: str
    place: str
    prompts: list[str]
    anchors: list[tuple[int, str]]
    tasks: list[Task]
    count: str
    whole_count: str
    saved: str
    saved_by: str
    may_write: bool
    why_not: str
    before: Task | None
    after: Task | None
    after_id: UUID | None
    files: list[tuple[str, UUID]]
    people: list[str]
    until: str


def answer_page(desk: WritingDesk, person: Person, at: dt.datetime) -> AnswerPage:
    """Return the writing desk as `person` sees it at `at`."""
    answer, criteria = desk.answer, desk.criteria
    entry, criterion = answer.entry, answer.criterion
    tasks = criterion_tasks(entry, criteria, current=criterion.pk)
    place = next((n for n, task in enumerate(tasks) if task.is_current), 0)
    verdict = may_write(person, entry, at)
    total = sum(asked.words for asked in criteria)
    whole = entry.category.whole_entry_word_limit
    return AnswerPage(
        name=criterion.name,
        entry_title=entry_title(entry),
        place=f"Criterion {place + 1} of {len(tasks)}",
        prompts=desk.prompts,
        anchors=desk.anchors,
        tasks=tasks,
        count=word_count(answer.words, criterion.word_limit),
        whole_count=word_count(total, whole) if whole else "",
        saved=saved_words(answer, at),
        saved_by=saved_by_words(answer, person, at),
        may_write=bool(verdict),
        why_not=verdict.reason,
        before=tasks[place - 1] if place else None,
        after=tasks[place + 1] if place + 1 < len(tasks) else None,
        after_id=criteria[place + 1].criterion_id if place + 1 < len(tasks) else None,
        files=desk.files,
        people=desk.people,
        until=""
        if is_closed(entry, at)
        else f"You can edit and submit until {closing_text(entry)}.",
    )


def saved_words(answer: Answer, at: dt.datetime) -> str:
    """Return "Saved at 14:02.", with the day when it was another one, or that nothing is saved yet."""
    if answer.saved_at is None:
        return "Nothing written yet."
    return f"Saved {_when(answer, at)}."


def saved_by_words(answer: Answer, person: Person, at: dt.datetime) -> str:
    """Return who saved the answer last, and when."""
    if answer.saved_at is None or answer.saved_by is None:
        return "Nobody has written here yet."
    who = "you" if answer.saved_by_id == person.pk else answer.saved_by.display_name
    return f"Last saved by {who}, {_when(answer, at)}."


def _when(answer: Answer, at: dt.datetime) -> str:
    zone = answer.entry.category.edition.zone
    saved_at = cast(dt.datetime, answer.saved_at)
    time = f"at {clock_time(saved_at, zone)}"
    is_today = saved_at.astimezone(zone).date() == at.astimezone(zone).date()
    return time if is_today else f"{time} on {short_day(saved_at, zone)}"


def address_of(answer: Answer) -> str:
    """Return the address of the answer's writing desk."""
    return reverse("entry_answer", args=[answer.entry_id, answer.criterion_id])
