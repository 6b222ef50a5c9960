"""How far judging is, in totals: a few grouped queries, whatever the size of the edition."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q

from plaudit.entries.models import EntryStatus
from plaudit.judging.models import Assignment, Round
from plaudit.programmes.models import Edition


@dataclass(frozen=True, slots=True)
class Readings:
    """Readings of submitted entries that stand: given out, and finished by confirming or abstaining."""

    assigned: int = 0
    confirmed: int = 0
    abstained: int = 0

    @property
    def finished(self) -> int:
        return self.confirmed + self.abstained

    @property
    def expected(self) -> int:
        """How many are to be confirmed: all but those abstained from."""
        return self.assigned - self.abstained

    @property
    def unconfirmed(self) -> int:
        return self.expected - self.confirmed


def readings_by_category(in_round: Round) -> dict[UUID, Readings]:
    """Return the readings of each category in the round, by its identifier: one query."""
    standing = Assignment.objects.filter(
        round=in_round, recusal__isnull=True, entry__status=EntryStatus.SUBMITTED
    )
    rows = standing.values_list("entry__category").annotate(
        Count("pk"), Count("scorecard__confirmation"), Count("abstention")
    )
    return {category: Readings(*counts) for category, *counts in rows}


def readings_in(in_round: Round | None) -> Readings:
    """Return the readings of the whole round, none without one: one query."""
    found = readings_by_category(in_round).values() if in_round else []
    return Readings(
        sum(one.assigned for one in found),
        sum(one.confirmed for one in found),
        sum(one.abstained for one in found),
    )


def submitted_by_category(edition: Edition) -> dict[UUID, int]:
    """Return how many entries of each category stand submitted, by its identifier: one query."""
    submitted = edition.entries.filter(status=EntryStatus.SUBMITTED).order_by()
    return dict(submitted.values_list("category").annotate(Count("pk")))


def entries_short_of_judges(edition: Edition, in_round: Round) -> int:
    """Return how many submitted entries have fewer judges than they should: one query."""
    readers = Count(
        "assignments",
        filter=Q(
            assignments__round=in_round,
            assignments__recusal__isnull=True,
            assignments__abstention__isnull=True,
        ),
    )
    submitted = edition.entries.filter(status=EntryStatus.SUBMITTED).order_by()
    return submitted.annotate(readers=readers).filter(readers__lt=edition.readers_per_entry).count()
