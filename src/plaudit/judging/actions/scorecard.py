from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from plaudit.judging.actions.confirmation import confirm_scorecards
from plaudit.judging.models import Assignment, Scorecard
from plaudit.judging.queries.assignments import assignment_of, is_conflicted
from plaudit.judging.queries.statements import FIRST_SCORES, LATER_SCORES
from plaudit.judging.rules import may_score
from plaudit.kit.identifiers import new_identifier
from plaudit.kit.rows import first_row
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
    stored = _write(assignment, scores, comment=comment, version=version, key=key, at=at)
    return stored or _saved_already(assignment, by=by, at=at, key=key)


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


def _saved_already(assignment: Assignment, *, by: Person, at: dt.datetime, key: UUID) -> Scorecard:
    """Say why nothing was written: the same save came before, it is closed by now, or another was first."""
    current = _own(assignment, by)
    if hasattr(current, "scorecard") and current.scorecard.last_key == key:
        scorecard: Scorecard = current.scorecard
        return scorecard
    require(may_score(current, by, at))
    raise ScorecardConflict(getattr(current, "scorecard", None) or Scorecard(assignment=current))


def _write(
    assignment: Assignment,
    scores: Scores,
    *,
    comment: str,
    version: int,
    key: UUID,
    at: dt.datetime,
) -> Scorecard | None:
    """Write the scorecard if it has this version and nothing has closed it, compared as it is written."""
    if version == 0:
        stored = Scorecard(assignment=assignment)
    elif hasattr(assignment, "scorecard"):
        stored = assignment.scorecard
    else:
        return None
    parameters = {
        "scorecard": stored.pk,
        "assignment": assignment.pk,
        "version": version,
        "comment": comment,
        "key": key,
        "at": at,
        "ids": [new_identifier() for _ in scores],
        "criteria": list(scores),
        "values": [value for value, _ in scores.values()],
        "comments": [words for _, words in scores.values()],
    }
    if first_row(FIRST_SCORES if version == 0 else LATER_SCORES, parameters) is None:
        return None
    stored.version, stored.last_key, stored.comment = version + 1, key, comment
    stored.saved_at = at
    return stored
