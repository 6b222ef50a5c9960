"""Reads a scorecard as it was posted, whole by a form or only what changed by a script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from plaudit.judging.models import Assignment, Score
from plaudit.sites.judge.pages.scorecard import comment_field, score_field

LONGEST_COMMENT = 4_000


class UnreadableScorecard(Exception):
    """What was posted is no scorecard, or a comment is too long. The message is for the person."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What was posted, by criterion, with what is stored where a field was left out."""

    scores: dict[UUID, tuple[int | None, str]]
    comment: str
    version: int
    key: UUID


def read_scorecard(
    posted: Mapping[str, str], assignment: Assignment, stored: Mapping[UUID, Score]
) -> Filled:
    """Return what a POST says. Criteria of which it names neither score nor comment are left out.

    Raises `UnreadableScorecard`.
    """
    scores: dict[UUID, tuple[int | None, str]] = {}
    for criterion in assignment.scored_criterion_ids:  # type: ignore[attr-defined]
        before = stored.get(criterion)
        typed, words = posted.get(score_field(criterion)), posted.get(comment_field(criterion))
        if typed is None and words is None:
            continue
        value = before.value if before and typed is None else _score(typed)
        comment = before.comment if before and words is None else _comment(words)
        scores[criterion] = (value, comment)
    card = getattr(assignment, "scorecard", None)
    overall = posted.get("comment")
    try:
        version, key = int(posted.get("version", "")), UUID(posted.get("key", ""))
    except ValueError as error:
        raise UnreadableScorecard(
            "Part of the form was missing. Reload the page and try again."
        ) from error
    return Filled(
        scores=scores,
        comment=card.comment if card and overall is None else _comment(overall),
        version=version,
        key=key,
    )


def _score(typed: str | None) -> int | None:
    if not typed:
        return None
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= 2 and int(typed) <= 10):
        raise UnreadableScorecard("Each score is a whole number from 0 to 10.")
    return int(typed)


def _comment(typed: str | None) -> str:
    text = (typed or "").replace("\r\n", "\n").replace("\x00", "").strip()
    if len(text) > LONGEST_COMMENT:
        raise UnreadableScorecard(
            f"A comment can have {LONGEST_COMMENT:,} characters; this one has {len(text):,}."
        )
    return text
