"""How far the reading of one entry has come, for its people: numbers only, never who or what."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q

from plaudit.entries.models import Entry
from plaudit.judging.models import Round


@dataclass(frozen=True)
class Reading:
    """A round of an entry: how many judges have it, and how many of them have confirmed their scores."""

    round: Round
    assigned: int
    read: int


def readings_so_far(entry: Entry) -> list[Reading]:
    """Return the rounds in which the entry was given to judges, first to last: one query.

    A judge who abstained or was recused does not count; their place is filled by another.
    """
    standing = Q(assignments__abstention__isnull=True, assignments__recusal__isnull=True)
    rounds = (
        Round.objects.filter(assignments__entry=entry)
        .annotate(
            assigned=Count("assignments", filter=standing & Q(assignments__entry=entry)),
            read=Count(
                "assignments",
                filter=standing
                & Q(
                    assignments__entry=entry,
                    assignments__scorecard__confirmation__isnull=False,
                ),
            ),
        )
        .order_by("opens_at")
    )
    return [Reading(each, each.assigned, each.read) for each in rounds]
