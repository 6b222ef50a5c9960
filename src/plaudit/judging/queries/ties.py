"""The facts from which conflicts are derived, fetched with the rows that need them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from plaudit.entries.models import Entry, EntryStatus
from plaudit.judging.conflicts import EntryTies, JudgeTies, in_conflict
from plaudit.judging.models import Judge
from plaudit.judging.queries.facts import (
    ContributorIds,
    DeclaredEntryIds,
    DeclaredOrganisationIds,
    OrganisationIds,
)
from plaudit.programmes.models import Edition

ENTRY_TIES = ("organisation_ids", "contributor_ids")
JUDGE_TIES = ("declared_organisation_ids", "declared_entry_ids")


def entry_ties_of(entry: str = "entry") -> dict[str, Any]:
    """Return annotations, named by `ENTRY_TIES`: the organisations and people on an entry."""
    return {"organisation_ids": OrganisationIds(entry), "contributor_ids": ContributorIds(entry)}


def judge_ties_of(judge: str = "judge") -> dict[str, Any]:
    """Return annotations, named by `JUDGE_TIES`: what a judge has declared and not ended."""
    return {
        "declared_organisation_ids": DeclaredOrganisationIds(judge),
        "declared_entry_ids": DeclaredEntryIds(judge),
    }


def entry_ties(entry: UUID, organisations: list[UUID], people: list[UUID]) -> EntryTies:
    """Return an entry's ties from its annotations."""
    return EntryTies(entry, frozenset(organisations), frozenset(people))


def judge_ties(person: UUID, organisations: list[UUID], entries: list[UUID]) -> JudgeTies:
    """Return a judge's ties from their annotations."""
    return JudgeTies(person, frozenset(organisations), frozenset(entries))


def ties_of_judges(judges: QuerySet[Judge]) -> dict[UUID, JudgeTies]:
    """Return each judge's ties by the judge's id: one query."""
    rows = judges.annotate(**judge_ties_of("pk")).values_list("pk", "person", *JUDGE_TIES)
    return {pk: judge_ties(person, *ties) for pk, person, *ties in rows}


def ties_of_entries(entries: QuerySet[Entry]) -> dict[UUID, EntryTies]:
    """Return each entry's ties by the entry's id: one query."""
    rows = entries.annotate(**entry_ties_of("pk")).values_list("pk", *ENTRY_TIES)
    return {pk: entry_ties(pk, *ties) for pk, *ties in rows}


def ties_now(judge: Judge) -> JudgeTies:
    """Return the judge's ties: without a query when the judge came with them."""
    if all(name in judge.__dict__ for name in JUDGE_TIES):
        return judge_ties(judge.person_id, *(judge.__dict__[name] for name in JUDGE_TIES))
    return ties_of_judges(Judge.objects.filter(pk=judge.pk))[judge.pk]


def conflicted_pairs(edition: Edition) -> set[tuple[UUID, UUID]]:
    """Return (judge, entry) for every conflict between the edition's judges and submitted entries."""
    judges = ties_of_judges(edition.judges.all())
    entries = ties_of_entries(edition.entries.filter(status=EntryStatus.SUBMITTED))
    return set(_clashes(judges, list(entries.values())))


def _clashes(
    judges: dict[UUID, JudgeTies], entries: Iterable[EntryTies]
) -> Iterator[tuple[UUID, UUID]]:
    for judge, ties in judges.items():
        for entry in entries:
            if in_conflict(ties, entry):
                yield judge, entry.entry
