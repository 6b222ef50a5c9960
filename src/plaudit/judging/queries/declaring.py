"""What a judge is shown when they declare: names of entries and organisations, nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, F, OuterRef

from plaudit.entries.models import EntryStatus
from plaudit.judging.models import Interest, Judge, PanelMember
from plaudit.judging.queries.facts import LetterHead
from plaudit.judging.queries.ties import (
    ENTRY_TIES,
    entry_ties,
    entry_ties_of,
    ties_now,
)


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """An entry of the judge's categories by title and organisations.

    `is_barred`: an organisation on it is among the judge's interests, or they work on it themselves.
    """

    id: UUID
    title: str
    organisations: tuple[str, ...]
    category: str
    is_barred: bool


def entries_to_declare(judge: Judge) -> list[KnownEntry]:
    """Return the submitted entries of every category whose panel the judge is on, in any round."""
    seats = PanelMember.objects.filter(judge=judge, panel__category=OuterRef("category"))
    rows = (
        judge.edition.entries.filter(Exists(seats), status=EntryStatus.SUBMITTED)
        .annotate(head=LetterHead("pk"), category_name=F("category__name"), **entry_ties_of("pk"))
        .order_by("category__position", "category__name", "number")
        .values("pk", "head", "category_name", *ENTRY_TIES)
    )
    mine = ties_now(judge)
    found = []
    for row in rows:
        ties = entry_ties(row["pk"], *(row[name] for name in ENTRY_TIES))
        is_barred = mine.person in ties.people or not mine.organisations.isdisjoint(
            ties.organisations
        )
        found.append(
            KnownEntry(
                row["pk"],
                row["head"]["title"],
                tuple(row["head"]["organisations"]),
                row["category_name"],
                is_barred,
            )
        )
    return found


def standing_interests(judge: Judge) -> list[Interest]:
    """Return the interests that the judge has declared and not ended, with what they are in."""
    rows = judge.interests.filter(ended_at__isnull=True).select_related("organisation", "entry")
    return list(rows.order_by("declared_at", "pk"))
