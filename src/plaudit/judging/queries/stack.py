"""A judge's stack of entries: what lies on it, and how far they have come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet, Sum

from plaudit.entries.models import EntryStatus
from plaudit.judging.conflicts import JudgeTies, in_conflict
from plaudit.judging.models import Assignment, Judge, Round, Score
from plaudit.judging.queries.facts import LetterHead, ScoresGiven, ScoresRequired
from plaudit.judging.queries.statements import PLACES
from plaudit.judging.queries.ties import (
    ENTRY_TIES,
    entry_ties,
    entry_ties_of,
    ties_now,
)
from plaudit.judging.states import LetterState, letter_state
from plaudit.kit.rows import all_rows

WORDS_A_MINUTE = 230


@dataclass(frozen=True, slots=True)
class Place:
    """An entry's place on a judge's stack, and how far the judge has come with it."""

    assignment: UUID
    state: LetterState
    filled: int
    required: int


@dataclass(frozen=True, slots=True)
class Letter(Place):
    """An entry on the stack as its judge may see it there: title, organisations, category, length."""

    title: str
    organisations: tuple[str, ...]
    category: str
    words: int

    @property
    def minutes(self) -> int:
        """Minutes to read its answers, at 230 words a minute, never less than one."""
        return max(1, round(self.words / WORDS_A_MINUTE))


def assignments_of(judge: Judge, round_: Round) -> list[Letter]:
    """Return every entry that the judge may read in the round, in the judge's own order: one query.

    Left out: withdrawn entries, recusals and conflicts, derived now. The order is by category, and
    within it by chance, fixed for the judge, so that no entry is read first by the whole panel.
    """
    rows = _rows(judge, round_).annotate(
        head=LetterHead("entry"), category_name=F("entry__category__name")
    )
    return [
        Letter(
            **_place(row),
            title=row["head"]["title"],
            organisations=tuple(row["head"]["organisations"]),
            category=row["category_name"],
            words=sum(row["head"]["words"]),
        )
        for row in _in_order(rows.values(*_FIELDS, "head", "category_name"), ties_now(judge))
    ]


def places_of(judge: Judge, round_: Round) -> list[Place]:
    """Return the same entries in the same order as `assignments_of`, without what their letters say."""
    mine = ties_now(judge)
    rows = all_rows(
        PLACES,
        {"judge": judge.pk, "round": round_.pk, "has_organisations": bool(mine.organisations)},
    )
    named = (dict(zip(_FIELDS, row, strict=True)) for row in rows)
    return [Place(**_place(row)) for row in _in_order(named, mine)]


def totals_of(judge: Judge, round_: Round) -> dict[UUID, int]:
    """Return the sum of the scores that the judge has given, by assignment: one query."""
    given = Score.objects.filter(
        scorecard__assignment__judge=judge,
        scorecard__assignment__round=round_,
        criterion__is_scored=True,
        value__isnull=False,
    )
    summed = given.order_by().values_list("scorecard__assignment").annotate(total=Sum("value"))
    return dict(summed)


def next_unread(places: Sequence[Place], after: UUID | None = None) -> Place | None:
    """Return the next unread entry after the one named, going round to the top, or None."""
    position = next((n for n, place in enumerate(places) if place.assignment == after), -1)
    turned = [*places[position + 1 :], *places[: max(position, 0)]]
    return next((place for place in turned if place.state == LetterState.UNREAD), None)


_FIELDS = (
    "pk",
    "entry_id",
    "entry__category__position",
    "entry__category_id",
    "is_begun",
    "is_confirmed",
    "is_abstained",
    "filled",
    "required",
    *ENTRY_TIES,
)


def _rows(judge: Judge, round_: Round) -> QuerySet[Assignment]:
    open_ones = Assignment.objects.filter(
        judge=judge, round=round_, recusal__isnull=True, entry__status=EntryStatus.SUBMITTED
    )
    return open_ones.annotate(
        is_begun=Q(scorecard__isnull=False),
        is_confirmed=Q(scorecard__confirmation__isnull=False),
        is_abstained=Q(abstention__isnull=False),
        **progress_counts(),
        **entry_ties_of("entry"),
    )


def progress_counts() -> dict[str, Any]:
    """Return annotations of an assignment: scores `filled`, of the `required` ones."""
    return {"filled": ScoresGiven("scorecard"), "required": ScoresRequired("entry__category")}


def _in_order(rows: Any, judge: JudgeTies) -> Iterator[dict[str, Any]]:
    readable = [
        row
        for row in rows
        if not in_conflict(judge, entry_ties(row["entry_id"], *(row[name] for name in ENTRY_TIES)))
    ]
    yield from sorted(
        readable,
        key=lambda row: (
            row["entry__category__position"],
            row["entry__category_id"],
            row["pk"].bytes[8:],
        ),
    )


def _place(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "assignment": row["pk"],
        "filled": row["filled"],
        "required": row["required"],
        "state": letter_state(
            filled=row["filled"],
            required=row["required"],
            is_begun=row["is_begun"],
            is_confirmed=row["is_confirmed"],
            is_abstained=row["is_abstained"],
        ),
    }
