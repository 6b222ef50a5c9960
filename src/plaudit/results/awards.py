"""Awards as anybody may read them once they are released."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from plaudit.results.models import Outcome

ORDER = [Outcome.WINNER, Outcome.JOINT_WINNER, Outcome.HIGHLY_COMMENDED, Outcome.FINALIST]


@dataclass(frozen=True, slots=True)
class Credit:
    """An organisation on an entry as submitted; `role` is "lead" or "joint"."""

    name: str
    role: str
    credit_line: str


@dataclass(frozen=True, slots=True)
class Award:
    """A released outcome, with the entry's title and organisations as they were submitted."""

    category_id: UUID
    category_name: str
    category_slug: str
    entry_id: UUID
    outcome: Outcome
    title: str
    citation: str
    organisations: tuple[Credit, ...]

    @property
    def is_winner(self) -> bool:
        return self.outcome in {Outcome.WINNER, Outcome.JOINT_WINNER}


@dataclass(frozen=True, slots=True)
class CorrectionNote:
    """What the public is told of a correction to the awards of one category."""

    category_name: str
    category_slug: str
    corrected_at: dt.datetime
    reason: str


@dataclass(frozen=True, slots=True)
class EntryOutcome:
    """What an entrant is told of one entry, from `released_at` on."""

    outcome: Outcome
    citation: str
    released_at: dt.datetime


@dataclass(frozen=True, slots=True)
class CriterionFeedback:
    """What the judges made of one section: their mean, 0 to 10, and their words, in no judge's order.

    `mean` is None when fewer than two judges scored, so that no single judge's mark is shown.
    """

    name: str
    mean: float | None
    comments: tuple[str, ...]

    @property
    def says_something(self) -> bool:
        return self.mean is not None or bool(self.comments)


@dataclass(frozen=True, slots=True)
class Feedback:
    """What an entrant may read of the judging of one entry. `judges` is how many scorecards counted."""

    judges: int
    criteria: tuple[CriterionFeedback, ...]
    comments: tuple[str, ...]
