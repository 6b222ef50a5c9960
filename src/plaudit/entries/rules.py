"""Who may do what with an entry, or the reason why not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from plaudit.entries.completeness import MissingPart, missing_parts
from plaudit.entries.models import Contributor, ContributorLevel, Entry, EntryStatus
from plaudit.kit.verdict import ALLOWED, Verdict, refused
from plaudit.people.models import Person
from plaudit.programmes.rules import may_enter

WRITERS = frozenset({ContributorLevel.WRITE, ContributorLevel.SUBMIT, ContributorLevel.OWNER})
SUBMITTERS = frozenset({ContributorLevel.SUBMIT, ContributorLevel.OWNER})
_KNOWN = "_known_levels"


def remember_level(entry: Entry, person: Person, level: str) -> None:
    """Keep, on this object alone, the level that was fetched with it, so that rules need not ask again."""
    entry.__dict__.setdefault(_KNOWN, {})[person.pk] = level


def level_of(person: Person, entry: Entry) -> str | None:
    """Return the person's level on the entry, or None for somebody who does not work on it."""
    known: dict[object, str] = entry.__dict__.get(_KNOWN, {})
    if person.pk in known:
        return known[person.pk]
    return (
        Contributor.objects.filter(entry=entry, person=person)
        .values_list("level", flat=True)
        .first()
    )


def may_read(person: Person, entry: Entry) -> Verdict:
    """Whether the person works on the entry at any level."""
    if level_of(person, entry) is None:
        return refused("You do not work on this entry.")
    return ALLOWED


def may_write(person: Person, entry: Entry, at: dt.datetime) -> Verdict:
    """Whether the person may change the entry at `at`: a level that writes, and entries still open."""
    if level_of(person, entry) not in WRITERS:
        return refused("You can read this entry but not change it. Ask its owner to let you write.")
    return may_enter(entry.category, at)


def may_submit(
    person: Person,
    entry: Entry,
    at: dt.datetime,
    missing: Sequence[MissingPart] | None = None,
) -> Verdict:
    """Whether the person may submit the entry as it stands at `at`.

    `missing` spares asking again when the caller has just fetched `missing_parts(entry)`.
    """
    if level_of(person, entry) not in SUBMITTERS:
        return refused("You cannot submit this entry. Ask its owner to submit it, or to let you.")
    window = may_enter(entry.category, at)
    if not window:
        return window
    missing = missing_parts(entry) if missing is None else missing
    if missing:
        sentences = " ".join(part.sentence for part in missing)
        return refused(f"The entry is not complete yet. {sentences}")
    return ALLOWED


def may_withdraw(person: Person, entry: Entry, at: dt.datetime) -> Verdict:
    """Whether the person may take the submitted entry out at `at`. After closing, the organiser does it."""
    if level_of(person, entry) not in SUBMITTERS:
        return refused("You cannot withdraw this entry. Ask its owner.")
    if entry.status != EntryStatus.SUBMITTED:
        return refused("This entry is not submitted, so there is nothing to withdraw.")
    if not may_enter(entry.category, at):
        return refused(
            "Entries have closed. To withdraw now, write to the organiser, who can take the entry out."
        )
    return ALLOWED


def may_invite(person: Person, entry: Entry) -> Verdict:
    """Whether the person may let others in, and send them away."""
    if level_of(person, entry) not in SUBMITTERS:
        return refused("Only people who can submit the entry can invite others. Ask its owner.")
    return ALLOWED
