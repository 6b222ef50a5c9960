"""The words of the list of a person's entries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from plaudit.entries.closing import recall_writing, remember_extension
from plaudit.entries.models import ContributorLevel, EntryStatus
from plaudit.people.models import Person
from plaudit.sites.entrant.pages.state import entry_title, is_closed, state_sentence


@dataclass(frozen=True)
class EntryRow:
    """A line of the list: what it is, where it stands, and what to do next."""

    title: str
    category: str
    edition: str
    reference: str
    level: str
    state: str
    is_waiting: bool
    next_text: str
    href: str


def entry_rows(entries: Sequence[Any], person: Person, at: dt.datetime) -> list[EntryRow]:
    """Return the lines for some of `entries_of(person)`. In the grace, those that the person was writing are open."""
    for entry in entries:
        remember_extension(entry, entry.extended)
    recall_writing(entries, person, at)
    return [_row(entry, at) for entry in entries]


def _row(entry: Any, at: dt.datetime) -> EntryRow:
    is_changed = bool(
        entry.submitted_at and entry.written_at and entry.written_at > entry.submitted_at
    )
    level = ContributorLevel(entry.level)
    return EntryRow(
        title=entry_title(entry),
        category=entry.category.name,
        edition=entry.category.edition.name,
        reference=entry.reference,
        level="" if level == ContributorLevel.OWNER else str(level.label),
        state=state_sentence(entry, at, entry.submitted_at, is_changed=is_changed),
        is_waiting=not is_closed(entry, at)
        and (entry.status != EntryStatus.SUBMITTED or is_changed),
        next_text=_next(entry, at, is_changed=is_changed),
        href=reverse("entry_desk", args=[entry.pk]),
    )


def _next(entry: Any, at: dt.datetime, *, is_changed: bool) -> str:
    if is_closed(entry, at) or entry.level in {ContributorLevel.READ, ContributorLevel.COMMENT}:
        return "Read it"
    if entry.status == EntryStatus.SUBMITTED:
        return "Check and submit again" if is_changed else "Submitted"
    if entry.answered < entry.asked:
        return f"{entry.answered} of {entry.asked} answered"
    return "Check and submit"
