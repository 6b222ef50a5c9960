from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from uuid import UUID


@dataclass
class Ledger:
    """What the actions acknowledged, noted by the people who did them. The database is held against it."""

    answers: dict[tuple[UUID, UUID], tuple[str, int]] = field(default_factory=dict)
    """The text and version last acknowledged, by entry and criterion."""
    submissions: dict[str, SubmissionNote] = field(default_factory=dict)
    """Each receipt, by its reference."""
    withdrawn: set[UUID] = field(default_factory=set)
    refused_late: set[UUID] = field(default_factory=set)
    """Entries whose first submission came after the closing instant."""
    scores: dict[UUID, dict[UUID, int]] = field(default_factory=dict)
    """Scores last acknowledged, by assignment and criterion."""
    abstained: set[UUID] = field(default_factory=set)
    confirmed: set[UUID] = field(default_factory=set)
    outcomes: dict[UUID, str] = field(default_factory=dict)
    messages: dict[UUID, str] = field(default_factory=dict)
    """What was written to and by desks, by the key of its form."""


@dataclass(frozen=True)
class SubmissionNote:
    entry: UUID
    digest: str
    at: dt.datetime
    answers: dict[UUID, str]
