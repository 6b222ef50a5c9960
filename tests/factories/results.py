"""Judged, decided and announced editions for tests, made by the same actions as the pages use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from plaudit.entries.models import Entry
from plaudit.judging.actions.scorecard import confirm_scorecards
from plaudit.judging.models import Assignment, Judge
from plaudit.programmes.models import Category, Edition
from plaudit.results.actions.announcement import set_announcement
from plaudit.results.actions.decision import record_decision
from plaudit.results.models import Decision, Outcome
from tests.factories.entries import a_submitted_entry
from tests.factories.judging import a_judge, a_scorecard, allocated
from tests.factories.programmes import (
    AFTER_JUDGING,
    WHILE_JUDGING,
    a_category,
    an_edition,
    director_of,
)

RELEASE = dt.datetime(2027, 6, 10, 20, 30, tzinfo=dt.UTC)
ONE_SECOND = dt.timedelta(seconds=1)


def a_judged_category(
    values: Sequence[Sequence[int]] = ((9, 8, 9), (7, 7, 6), (4, 5, 3)),
    edition: Edition | None = None,
    category: Category | None = None,
) -> tuple[Category, list[Entry], list[Judge]]:
    """A category whose entries have these confirmed scores: a row an entry, a column a judge."""
    category = category or a_category(edition or an_edition(readers_per_entry=len(values[0])))
    entries = [
        a_submitted_entry(category, title=f"Project {number}")
        for number in range(1, len(values) + 1)
    ]
    judges = [a_judge(category) for _ in values[0]]
    round_ = allocated(category.edition)
    for row, entry in zip(values, entries, strict=True):
        for value, judge in zip(row, judges, strict=True):
            assignment = Assignment.objects.get(round=round_, entry=entry, judge=judge)
            a_scorecard(assignment, value=value, comment=f"{value} by {judge.pk.hex[-4:]}")
    for judge in judges:
        confirm_scorecards(judge, round_, by=judge.person, at=WHILE_JUDGING)
    return category, entries, judges


def a_decision(
    entry: Entry,
    outcome: Outcome = Outcome.WINNER,
    *,
    citation: str = "",
    at: dt.datetime = AFTER_JUDGING,
) -> Decision:
    """The director's decision on the entry."""
    by = director_of(entry.edition)
    return record_decision(entry, outcome, by=by, at=at, citation=citation)


def an_announcement(
    edition: Edition, release_at: dt.datetime = RELEASE, *, at: dt.datetime = AFTER_JUDGING
) -> None:
    """The edition's awards are to be released at `RELEASE`, unless told otherwise."""
    set_announcement(edition, release_at, by=director_of(edition), at=at)


def an_announced_category() -> tuple[Category, list[Entry]]:
    """A winner and a finalist, to be released at `RELEASE`; the third entry was not decided upon."""
    category, entries, _ = a_judged_category()
    a_decision(entries[0], Outcome.WINNER, citation="Bold.")
    a_decision(entries[1], Outcome.FINALIST)
    an_announcement(category.edition)
    return category, entries
