"""How far judging has come, for the organiser: by panel and by judge. Numbers only, never a score."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Count, F

from plaudit.entries.models import EntryStatus
from plaudit.judging.models import Assignment, PanelMember, Round
from plaudit.judging.queries.stack import progress_counts
from plaudit.judging.states import LetterState, letter_state
from plaudit.programmes.models import Category


@dataclass(frozen=True, slots=True)
class Progress:
    """Assignments that stand, by state. Recused ones and withdrawn entries are not among them."""

    assigned: int = 0
    unread: int = 0
    in_progress: int = 0
    scored: int = 0
    confirmed: int = 0
    abstained: int = 0

    @property
    def done(self) -> int:
        """Assignments on which the judge has nothing left to do but, maybe, confirm."""
        return self.scored + self.confirmed + self.abstained


@dataclass(frozen=True, slots=True)
class PanelProgress:
    """One category's panel: its judges, submitted entries, and entries with too few readers."""

    category: Category
    judges: int
    entries: int
    short_entries: int
    progress: Progress = field(default_factory=Progress)


def panel_progress(round_: Round) -> list[PanelProgress]:
    """Return the progress of every category of the edition, in order: four queries."""
    edition = round_.edition
    wanted = edition.readers_per_entry
    states = list(_states(round_))
    by_category = _tally(states, lambda state: state.category)
    readers: dict[UUID, int] = defaultdict(int)
    for state in states:
        readers[state.entry] += state.state != LetterState.ABSTAINED
    judges = dict(
        PanelMember.objects.filter(panel__round=round_)
        .values_list("panel__category")
        .annotate(Count("pk"))
    )
    entries: dict[UUID, list[UUID]] = defaultdict(list)
    submitted = edition.entries.filter(status=EntryStatus.SUBMITTED).order_by()
    for entry, category_id in submitted.values_list("pk", "category"):
        entries[category_id].append(entry)
    return [
        PanelProgress(
            category=category,
            judges=judges.get(category.pk, 0),
            entries=len(entries[category.pk]),
            short_entries=sum(1 for entry in entries[category.pk] if readers[entry] < wanted),
            progress=by_category.get(category.pk, Progress()),
        )
        for category in edition.categories.order_by("group__position", "position", "name")
    ]


def judge_progress(round_: Round) -> dict[UUID, Progress]:
    """Return each judge's progress by the judge's id, for judges with entries: one query."""
    return _tally(_states(round_), lambda state: state.judge)


@dataclass(frozen=True, slots=True)
class _State:
    entry: UUID
    judge: UUID
    category: UUID
    state: LetterState


def _states(round_: Round) -> Iterable[_State]:
    rows = (
        Assignment.objects.filter(
            round=round_, recusal__isnull=True, entry__status=EntryStatus.SUBMITTED
        )
        .annotate(
            **progress_counts(),
            begun=F("scorecard__pk"),
            confirmed=F("scorecard__confirmation__pk"),
            abstained=F("abstention__pk"),
        )
        .values_list(
            "entry",
            "judge",
            "entry__category",
            "filled",
            "required",
            "begun",
            "confirmed",
            "abstained",
        )
    )
    for entry, judge, category, filled, required, begun, confirmed, abstained in rows:
        state = letter_state(
            filled=filled,
            required=required,
            is_begun=begun is not None,
            is_confirmed=confirmed is not None,
            is_abstained=abstained is not None,
        )
        yield _State(entry, judge, category, state)


def _tally(states: Iterable[_State], key: Callable[[_State], UUID]) -> dict[UUID, Progress]:
    counts: dict[UUID, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for state in states:
        counts[key(state)][state.state.value] += 1
        counts[key(state)]["assigned"] += 1
    return {one: Progress(**numbers) for one, numbers in counts.items()}
