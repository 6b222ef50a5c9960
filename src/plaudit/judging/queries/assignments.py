from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet

from plaudit.entries.models import EntryStatus
from plaudit.judging.conflicts import in_conflict
from plaudit.judging.models import Assignment, Judge, Score
from plaudit.judging.queries.readiness import IS_READY, readiness_of
from plaudit.judging.queries.ties import (
    entry_ties,
    entry_ties_of,
    judge_ties,
    judge_ties_of,
)
from plaudit.people.models import Person
from plaudit.programmes.models import CategoryCriterion, Edition


def with_ties(assignments: QuerySet[Assignment]) -> QuerySet[Assignment]:
    """Annotate each assignment with what decides whether it is in conflict."""
    return assignments.annotate(**entry_ties_of("entry"), **judge_ties_of("judge"))


def is_conflicted(assignment: Assignment) -> bool:
    """Whether the judge has an interest in the entry. Needs `with_ties` and the judge."""
    entry = entry_ties(
        assignment.entry_id,
        assignment.partner_ids,  # type: ignore[attr-defined]
        assignment.submitted_ids,  # type: ignore[attr-defined]
        assignment.contributor_ids,  # type: ignore[attr-defined]
    )
    judge = judge_ties(
        assignment.judge.person_id,
        assignment.interest_organisation_ids,  # type: ignore[attr-defined]
        assignment.interest_entry_ids,  # type: ignore[attr-defined]
    )
    return in_conflict(judge, entry)


def assignment_of(person: Person, assignment_id: UUID) -> Assignment | None:
    """Return the person's own assignment of an entry still in, in conflict or not, by one query.

    It comes with judge, edition, programme, round, entry, category, scorecard and its milestones, with
    `with_ties`, with `is_ready` (the judge may read), and with `scored_criterion_ids`, the criteria that
    take a score, in order.
    """
    scored = CategoryCriterion.objects.filter(
        category=OuterRef("entry__category"), is_scored=True
    ).order_by("position")
    return (
        with_ties(Assignment.objects.filter(judge__person=person, pk=assignment_id))
        .filter(entry__status=EntryStatus.SUBMITTED)
        .annotate(scored_criterion_ids=ArraySubquery(scored.values("pk")), **readiness_of("judge"))
        .annotate(is_ready=IS_READY)
        .select_related(
            "judge__edition__programme",
            "round",
            "entry__category",
            "recusal",
            "abstention",
            "scorecard__confirmation",
        )
        .first()
    )


def assignment_for(person: Person, assignment_id: UUID) -> Assignment | None:
    """Return the assignment as `assignment_of` does when the person may know of it, or None.

    None for another's, for a withdrawn entry, after a recusal, and whenever there is a conflict now.
    """
    assignment = assignment_of(person, assignment_id)
    if assignment is None or hasattr(assignment, "recusal") or is_conflicted(assignment):
        return None
    return assignment


def conflicted_assignments(
    edition: Edition | None = None,
    judge: Judge | None = None,
    open_at: dt.datetime | None = None,
) -> list[Assignment]:
    """Return the assignments in conflict that nobody has been recused from yet: one query.

    Only of the edition, the judge, or the rounds not yet closed at an instant, where these are given.
    """
    open_ones = Assignment.objects.filter(recusal__isnull=True)
    if edition is not None:
        open_ones = open_ones.filter(round__edition=edition)
    if judge is not None:
        open_ones = open_ones.filter(judge=judge)
    if open_at is not None:
        open_ones = open_ones.filter(round__closes_at__gte=open_at)
    listed = with_ties(open_ones).select_related("judge__edition", "entry")
    return [assignment for assignment in listed if is_conflicted(assignment)]


def scores_of(assignment: Assignment) -> dict[UUID, Score]:
    """Return the judge's scores on the entry by criterion: one query, or none before the first save."""
    if not hasattr(assignment, "scorecard"):
        return {}
    return {score.criterion_id: score for score in assignment.scorecard.scores.all()}
