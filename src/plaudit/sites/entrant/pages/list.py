"""The words of the list of a person's entries."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse

from plaudit.entries.models import Contributor, ContributorLevel, EntryStatus
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


def entry_row(row: Contributor, at: dt.datetime) -> EntryRow:
    """Return the line for one of `entries_of(person)`."""
    entry = row.entry
    submitted_at: dt.datetime | None = row.submitted_at  # type: ignore[attr-defined]
    written_at: dt.datetime | None = row.written_at  # type: ignore[attr-defined]
    is_changed = bool(submitted_at and written_at and written_at > submitted_at)
    return EntryRow(
        title=entry_title(entry),
        category=entry.category.name,
        edition=entry.category.edition.name,
        reference=entry.reference,
        level="" if row.level == ContributorLevel.OWNER else row.get_level_display(),
        state=state_sentence(entry, at, submitted_at, is_changed=is_changed),
        is_waiting=not is_closed(entry, at)
        and (entry.status != EntryStatus.SUBMITTED or is_changed),
        next_text=_next(row, at, is_changed=is_changed),
        href=reverse("entry_desk", args=[entry.pk]),
    )


def _next(row: Contributor, at: dt.datetime, *, is_changed: bool) -> str:
    entry = row.entry
    if is_closed(entry, at) or row.level == ContributorLevel.READ:
        return "Read it"
    if entry.status == EntryStatus.SUBMITTED:
        return "Check and submit again" if is_changed else "Submitted"
    answered: int = row.answered  # type: ignore[attr-defined]
    asked: int = row.asked  # type: ignore[attr-defined]
    if answered < asked:
        return f"{answered} of {asked} answered"
    return "Check and submit"
