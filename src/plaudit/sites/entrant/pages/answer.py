"""The words of the writing desk."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.urls import reverse
from django.utils.text import get_text_list

from plaudit.entries.closing import closing_for, form_opened_at, is_in_grace
from plaudit.entries.coaching import TickedPrompt
from plaudit.entries.models import Answer, ContributorLevel, Entry, EntryStatus
from plaudit.entries.queries import CitablePiece, WritingDesk
from plaudit.entries.rules import level_of, may_write
from plaudit.entries.tokens import mint_token
from plaudit.kit.dates import clock_time, moment, short_day
from plaudit.people.models import Person
from plaudit.programmes.rules import closing_instant
from plaudit.sites.entrant.pages.state import entry_title, is_closed, until_text
from plaudit.sites.entrant.pages.tasks import Task, criterion_tasks, word_count

COMMENTS_SHOWN = 3
_UNTIL = {
    EntryStatus.DRAFT: "You can edit and submit until {}.",
    EntryStatus.SUBMITTED: "This entry is submitted. What changes now is judged only if it is submitted again by {}.",
    EntryStatus.WITHDRAWN: "This entry is withdrawn. It is judged only if it is submitted again by {}.",
}
COMMENT_SHOWN = 140


@dataclass(frozen=True)
class AnswerPage:
    """What the writing desk shows of one answer."""

    name: str
    entry_title: str
    place: str
    prompts: list[TickedPrompt]
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
    evidence: list[CitablePiece]
    people: list[tuple[UUID, str]]
    comments: list[tuple[str, str]]
    comment_count: int
    until: str
    token: str


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
        evidence=desk.evidence,
        people=desk.people,
        comments=[(name, brief(body)) for name, body in desk.comments[-COMMENTS_SHOWN:]],
        comment_count=len(desk.comments),
        until=until_words(entry, at),
        token="" if is_closed(entry, at) else _token(person, entry, at),
    )


def _token(person: Person, entry: Entry, at: dt.datetime) -> str:
    level = level_of(person, entry) or ContributorLevel.READ
    opened_at = form_opened_at(entry, person, at)
    return mint_token(entry, person, level, at=at, opened_at=opened_at)


def until_words(entry: Entry, at: dt.datetime) -> str:
    """Return until when the entry can be written, any more time that was given, and the published grace.

    Of an entry that was submitted, or withdrawn, also that words written now are not judged by themselves.
    """
    if is_closed(entry, at):
        return ""
    until = _UNTIL[EntryStatus(entry.status)].format(until_text(entry, at))
    if is_in_grace(entry, at):
        return f"Entries have closed, but you had this one open then. {until}"
    first = closing_instant(entry.category)
    if closing_for(entry) > first:
        until += f" You have more time: entries were to close at {moment(first, entry.category.edition.zone)}."
    minutes = entry.category.edition.grace_minutes
    if not minutes:
        return until
    unit = "minute" if minutes == 1 else "minutes"
    return f"{until} Whoever has this page open then has {minutes} {unit} more to finish."


def joined_words(names: list[str]) -> str:
    """Return "Priya Nair's changes were joined with yours." for one name or more."""
    owners = [f"{name}’" if name.endswith("s") else f"{name}’s" for name in names]
    return f"{get_text_list(owners, 'and')} changes were joined with yours. Nothing was lost."


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


def brief(text: str) -> str:
    """Return the beginning of a comment, to be read beside the answer."""
    text = " ".join(text.split())
    return text if len(text) <= COMMENT_SHOWN else f"{text[:COMMENT_SHOWN].rsplit(' ', 1)[0]} …"
