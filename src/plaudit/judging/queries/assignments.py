from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db.models import QuerySet

from plaudit.judging.conflicts import in_conflict
from plaudit.judging.models import Assignment, Judge, Score
from plaudit.judging.queries.statements import (
    FACTS,
    OWN_ASSIGNMENT,
    OWN_ASSIGNMENT_TO_READ,
    READ_FACTS,
    assignment_in,
)
from plaudit.judging.queries.ties import (
    ENTRY_TIES,
    JUDGE_TIES,
    entry_ties,
    entry_ties_of,
    judge_ties,
    judge_ties_of,
)
from plaudit.kit.rows import first_row
from plaudit.people.models import Person
from plaudit.programmes.models import Edition


def with_ties(assignments: QuerySet[Assignment]) -> QuerySet[Assignment]:
    """Annotate each assignment with what decides whether it is in conflict."""
    return assignments.annotate(**entry_ties_of("entry"), **judge_ties_of("judge"))


def is_conflicted(assignment: Assignment) -> bool:
    """Whether the judge has an interest in the entry. Needs `with_ties` and the judge."""
    facts = assignment.__dict__
    entry = entry_ties(assignment.entry_id, *(facts[name] for name in ENTRY_TIES))
    judge = judge_ties(assignment.judge.person_id, *(facts[name] for name in JUDGE_TIES))
    return in_conflict(judge, entry)


def assignment_of(
    person: Person, assignment_id: UUID, *, to_read: bool = False
) -> Assignment | None:
    """Return the person's own assignment of an entry still in, in conflict or not, by one query.

    It comes with judge, edition, programme, round, entry, scorecard and its milestones, with
    `with_ties`, with `is_ready` (the judge may read), and with `scored_criterion_ids`, the criteria that
    take a score, in order, and `stored_scores`. The judge comes with their ties too. `to_read` adds what
    only the reading page needs: the latest `snapshot`, and the edition's `anchors`.
    """
    statement = OWN_ASSIGNMENT_TO_READ if to_read else OWN_ASSIGNMENT
    row = first_row(statement, [person.pk, assignment_id])
    if row is None:
        return None
    found = assignment_in(row, READ_FACTS if to_read else FACTS)
    found.judge.person = person
    for name in JUDGE_TIES:
        setattr(found.judge, name, found.__dict__[name])
    return found


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
    """Return the judge's scores on the entry by criterion. Needs `assignment_of`; no query."""
    rows = [Score(**row) for row in assignment.__dict__["stored_scores"] or []]
    return {UUID(str(score.criterion_id)): score for score in rows}
