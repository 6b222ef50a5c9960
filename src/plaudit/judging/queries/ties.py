"""The facts from which conflicts are derived, fetched with the rows that need them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Func, JSONField, OuterRef, QuerySet, Subquery

from plaudit.entries.models import Contributor, Entry, EntryStatus, Partner, Submission
from plaudit.judging.conflicts import EntryTies, JudgeTies, in_conflict
from plaudit.judging.models import Interest, Judge
from plaudit.programmes.models import Edition

ENTRY_TIES = ("partner_ids", "submitted_ids", "contributor_ids")
JUDGE_TIES = ("interest_organisation_ids", "interest_entry_ids")


class _OrganisationIds(Func):
    """The identifiers of the organisations named in a submission's snapshot."""

    template = "jsonb_path_query_array(%(expressions)s, '$.organisations[*].id')"
    output_field = JSONField()


def latest_submission(entry: str = "entry") -> QuerySet[Submission]:
    """Return, for a subquery, the last submission of the outer row's entry."""
    return Submission.objects.filter(entry=OuterRef(entry)).order_by("-number")


def entry_ties_of(entry: str = "entry") -> dict[str, Any]:
    """Return annotations: the organisations and people on the outer row's entry."""
    partners = Partner.objects.filter(entry=OuterRef(entry)).order_by()
    people = Contributor.objects.filter(entry=OuterRef(entry))
    submitted = latest_submission(entry).values(ids=_OrganisationIds("snapshot"))[:1]
    return {
        "partner_ids": ArraySubquery(partners.values("organisation")),
        "submitted_ids": Subquery(submitted),
        "contributor_ids": ArraySubquery(people.values("person")),
    }


def judge_ties_of(judge: str = "judge") -> dict[str, Any]:
    """Return annotations: what the outer row's judge has declared and not ended."""
    declared = Interest.objects.filter(judge=OuterRef(judge), ended_at__isnull=True)
    return {
        "interest_organisation_ids": ArraySubquery(
            declared.filter(organisation__isnull=False).values("organisation")
        ),
        "interest_entry_ids": ArraySubquery(declared.filter(entry__isnull=False).values("entry")),
    }


def entry_ties(
    entry: UUID, partner_ids: list[UUID], submitted_ids: list[str] | None, people: list[UUID]
) -> EntryTies:
    """Return an entry's ties from its annotations."""
    organisations = {*partner_ids, *(UUID(one) for one in submitted_ids or [])}
    return EntryTies(entry, frozenset(organisations), frozenset(people))


def judge_ties(person: UUID, organisation_ids: list[UUID], entry_ids: list[UUID]) -> JudgeTies:
    """Return a judge's ties from their annotations."""
    return JudgeTies(person, frozenset(organisation_ids), frozenset(entry_ids))


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
    if hasattr(judge, "interest_organisation_ids"):
        return judge_ties(
            judge.person_id,
            judge.interest_organisation_ids,
            judge.interest_entry_ids,  # type: ignore[attr-defined]
        )
    return ties_of_judges(Judge.objects.filter(pk=judge.pk))[judge.pk]


def conflicted_pairs(edition: Edition) -> set[tuple[UUID, UUID]]:
    """Return (judge, entry) for every conflict between the edition's judges and submitted entries."""
    judges = ties_of_judges(edition.judges.all())
    entries = ties_of_entries(edition.entries.filter(status=EntryStatus.SUBMITTED))
    return set(_clashes(judges, entries.values()))


def _clashes(
    judges: dict[UUID, JudgeTies], entries: Iterable[EntryTies]
) -> Iterable[tuple[UUID, UUID]]:
    listed = list(entries)
    for judge, ties in judges.items():
        for entry in listed:
            if in_conflict(ties, entry):
                yield judge, entry.entry
