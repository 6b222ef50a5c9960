"""The panel reads the ranking, decides, and sets the instant of the announcement."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from plaudit.entries.models import Entry
from plaudit.kit.clock import frozen_at
from plaudit.kit.verdict import Refused
from plaudit.programmes.models import Category
from plaudit.rehearsal.invented import sentence
from plaudit.rehearsal.stage import Stage
from plaudit.results.actions.announcement import cancel_announcement, set_announcement
from plaudit.results.actions.decision import record_decision
from plaudit.results.models import Outcome
from plaudit.results.queries import ranking

TITLE = "Deciding"
BELOW = (Outcome.HIGHLY_COMMENDED, Outcome.FINALIST, Outcome.FINALIST, Outcome.FINALIST)


def play(stage: Stage) -> dict[str, int]:
    counts: Counter[str] = Counter()
    at = stage.plan.judging_closes + dt.timedelta(days=9)
    with frozen_at(at):
        for number, category in enumerate(stage.categories):
            _decide(stage, category, counts, at, is_shared=number == 1)
        _announce(stage, at)
    return dict(sorted(counts.items()))


def _decide(
    stage: Stage, category: Category, counts: Counter[str], at: dt.datetime, *, is_shared: bool
) -> None:
    """Give outcomes in the order of the ranking; in one category the first two share the award."""
    entries: dict[object, Entry] = {entry.pk: entry for entry in category.entries.all()}
    ranked = [place for place in ranking(category, stage.round) if place.rank is not None]
    first = [Outcome.WINNER]
    if is_shared and len(ranked) > 1:
        first = [Outcome.JOINT_WINNER, Outcome.JOINT_WINNER]
    outcomes = [*first, *BELOW]
    for place, outcome in zip(ranked, outcomes, strict=False):
        entry = entries[place.scores.key]
        record_decision(entry, outcome, by=stage.director, at=at, citation=sentence(stage.chance))
        stage.ledger.outcomes[entry.pk] = outcome
        counts[outcome.label.lower()] += 1
    counts["ranked"] += len(ranked)
    if len(ranked) > 1 and not is_shared:
        _second_winner_is_refused(stage, entries[ranked[-1].scores.key], at)


def _second_winner_is_refused(stage: Stage, entry: Entry, at: dt.datetime) -> None:
    try:
        record_decision(entry, Outcome.WINNER, by=stage.director, at=at)
    except Refused:
        return
    raise AssertionError("A category was given two winners.")


def _announce(stage: Stage, at: dt.datetime) -> None:
    """Set a date, call it off, and set another."""
    too_early = stage.plan.release - dt.timedelta(days=30)
    set_announcement(stage.edition, too_early, by=stage.director, at=at)
    cancel_announcement(stage.edition, by=stage.director, at=at)
    set_announcement(stage.edition, stage.plan.release, by=stage.director, at=at)
