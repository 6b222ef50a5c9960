"""When a judge may not see an entry. Pure: derived from what was declared and what was entered."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class JudgeTies:
    """Who a judge is, and every organisation and entry that they have declared an interest in."""

    person: UUID
    organisations: frozenset[UUID]
    entries: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class EntryTies:
    """The organisations on an entry, now or when last submitted, and the people who work on it."""

    entry: UUID
    organisations: frozenset[UUID]
    people: frozenset[UUID]


def in_conflict(judge: JudgeTies, entry: EntryTies) -> bool:
    """Whether the judge has a declared interest in the entry or its organisations, or works on it."""
    return (
        entry.entry in judge.entries
        or judge.person in entry.people
        or not judge.organisations.isdisjoint(entry.organisations)
    )
