"""The words of a scorecard, to fill in or to look back on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from plaudit.judging.models import Assignment, Score
from plaudit.judging.projection import EntryForJudge
from plaudit.judging.rules import may_score
from plaudit.kit.dates import clock_time, short_day
from plaudit.kit.identifiers import new_identifier
from plaudit.sites.components.reading.entry import weight_text


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One criterion. `name` and `comment_name` are its fields'; `section` is where its text begins."""

    anchor: str
    section: str
    criterion: str
    weight: str
    name: str
    value: int | None
    comment_name: str
    comment: str


@dataclass(frozen=True, slots=True)
class ScorecardPage:
    """`closed` says why nothing can be changed, and is empty while it can."""

    id: UUID
    rows: list[ScoreRow]
    anchors: list[tuple[int, str]]
    comment: str
    version: int
    key: UUID
    status: str
    closed: str
    abstained: str
    total: str
    address: str
    onward: str
    abstention: str


def score_field(criterion: UUID) -> str:
    """Return the name of the field of a criterion's score."""
    return f"score-{criterion}"


def comment_field(criterion: UUID) -> str:
    """Return the name of the field of a criterion's comment."""
    return f"comment-{criterion}"


def scorecard_page(
    assignment: Assignment,
    entry: EntryForJudge,
    scores: Mapping[UUID, Score],
    at: dt.datetime,
) -> ScorecardPage:
    """Return the scorecard as it is stored, one row for each criterion that takes a score, in order.

    Needs the assignment as `assignment_of` returns it `to_read`.
    """
    verdict = may_score(assignment, assignment.judge.person, at)
    card = getattr(assignment, "scorecard", None)
    rows = _rows(assignment, entry, scores)
    given = [row.value for row in rows if row.value is not None]
    return ScorecardPage(
        id=assignment.pk,
        rows=rows,
        anchors=[(value, meaning) for value, meaning in assignment.__dict__["anchors"] or []],
        comment=card.comment if card else "",
        version=card.version if card else 0,
        key=new_identifier(),
        status=saved_text(assignment, at),
        closed=verdict.reason,
        abstained=assignment.abstention.reason if hasattr(assignment, "abstention") else "",
        total=f"{sum(given)} of {10 * len(rows)}",
        address=reverse("judge_scorecard", args=[assignment.pk]),
        onward=reverse("judge_scorecard_onward", args=[assignment.pk]),
        abstention=reverse("judge_abstention", args=[assignment.pk]),
    )


def saved_text(assignment: Assignment, at: dt.datetime) -> str:
    """Return when the scorecard was last saved, in words, or that nothing is saved yet."""
    card = getattr(assignment, "scorecard", None)
    if card is None:
        return "Nothing saved yet."
    zone = assignment.judge.edition.zone
    time = clock_time(card.saved_at, zone)
    if card.saved_at.astimezone(zone).date() == at.astimezone(zone).date():
        return f"Saved at {time}."
    return f"Saved at {time} on {short_day(card.saved_at, zone)}."


def _rows(
    assignment: Assignment, entry: EntryForJudge, scores: Mapping[UUID, Score]
) -> list[ScoreRow]:
    answers = {answer.criterion: answer for answer in entry.answers}
    rows = []
    for criterion in assignment.scored_criterion_ids:  # type: ignore[attr-defined]
        answer, score = answers.get(criterion), scores.get(criterion)
        rows.append(
            ScoreRow(
                anchor=f"card-{criterion}",
                section=f"section-{criterion}" if answer else "",
                criterion=answer.name if answer else "A section added later",
                weight=weight_text(answer) if answer else "",
                name=score_field(criterion),
                value=score.value if score else None,
                comment_name=comment_field(criterion),
                comment=score.comment if score else "",
            )
        )
    return rows
