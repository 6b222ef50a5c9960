from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from plaudit.judging.actions.confirmation import confirm_scorecards
from plaudit.judging.models import (
    Abstention,
    Assignment,
    Confirmation,
    Recusal,
    Score,
    Scorecard,
)
from plaudit.judging.queries.assignments import assignment_of, is_conflicted
from plaudit.judging.rules import may_score
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person

__all__ = ["ScorecardConflict", "confirm_scorecards", "save_scores"]

Scores = Mapping[UUID, tuple[int | None, str]]
"""A score from 0 to 10, or None for not yet, and a comment, by criterion."""


class ScorecardConflict(Exception):
    """The scorecard was saved elsewhere since this version of it was read. `scorecard` is as it is now."""

    def __init__(self, scorecard: Scorecard) -> None:
        super().__init__("This scorecard was changed elsewhere.")
        self.scorecard = scorecard


@transaction.atomic
def save_scores(
    assignment: Assignment,
    *,
    by: Person,
    at: dt.datetime,
    scores: Scores,
    comment: str,
    version: int,
    key: UUID,
) -> Scorecard:
    """Keep a judge's scores and comments on an entry. Criteria that are not in `scores` stay as they are.

    Checks that `by` is the judge and in no conflict, that the round is open, that nothing is confirmed,
    abstained from or recused, that each criterion is scored in the category and each score from 0 to 10,
    and that `version` is the one stored (0 before the first save). The same `key` again changes
    nothing. Raises `Refused` and `ScorecardConflict`.

    The version is compared by the statement that writes it, so that of two saves at once one is refused.
    """
    if not hasattr(assignment, "scored_criterion_ids"):
        assignment = _own(assignment, by)
    _check(assignment, scores, by, at)
    stored: Scorecard | None = getattr(assignment, "scorecard", None)
    if version == 0:
        stored = Scorecard(assignment=assignment)
        Scorecard.objects.bulk_create([stored], ignore_conflicts=True)
    changed = {"version": version + 1, "last_key": key, "comment": comment, "saved_at": at}
    if stored is None or not _unsettled(stored, version).update(**changed):
        return _saved_already(assignment, by=by, at=at, key=key)
    _write(stored, scores)
    for name, value in changed.items():
        setattr(stored, name, value)
    return stored


def _own(assignment: Assignment, by: Person) -> Assignment:
    found = assignment_of(by, assignment.pk)
    if found is None:
        raise Refused("This entry is not on your list.")
    return found


def _check(assignment: Assignment, scores: Scores, by: Person, at: dt.datetime) -> None:
    require(may_score(assignment, by, at))
    if not assignment.is_ready:  # type: ignore[attr-defined]
        raise Refused("Declare your interests first. Until then, nothing can be read or scored.")
    if is_conflicted(assignment):
        raise Refused("You have an interest in this entry, so you cannot score it.")
    if not set(scores) <= set(assignment.scored_criterion_ids):  # type: ignore[attr-defined]
        raise Refused("That part of the entry does not take a score.")
    if any(value is not None and not 0 <= value <= 10 for value, _ in scores.values()):
        raise Refused("Each score is a whole number from 0 to 10.")


def _unsettled(scorecard: Scorecard, version: int) -> QuerySet[Scorecard]:
    """The scorecard while it has this version and nothing has closed it. Compared when it is written."""
    closed = [
        Exists(Confirmation.objects.filter(scorecard=OuterRef("pk"))),
        Exists(Abstention.objects.filter(assignment=OuterRef("assignment"))),
        Exists(Recusal.objects.filter(assignment=OuterRef("assignment"))),
    ]
    return Scorecard.objects.filter(
        ~closed[0], ~closed[1], ~closed[2], pk=scorecard.pk, version=version
    )


def _saved_already(assignment: Assignment, *, by: Person, at: dt.datetime, key: UUID) -> Scorecard:
    """Say why nothing was written: the same save came before, it is closed by now, or another was first."""
    current = _own(assignment, by)
    if hasattr(current, "scorecard") and current.scorecard.last_key == key:
        scorecard: Scorecard = current.scorecard
        return scorecard
    require(may_score(current, by, at))
    raise ScorecardConflict(getattr(current, "scorecard", None) or Scorecard(assignment=current))


def _write(scorecard: Scorecard, scores: Scores) -> None:
    Score.objects.bulk_create(
        [
            Score(scorecard=scorecard, criterion_id=criterion, value=value, comment=words)
            for criterion, (value, words) in scores.items()
        ],
        update_conflicts=True,
        unique_fields=["scorecard", "criterion"],
        update_fields=["value", "comment"],
    )
