"""A category's scores adjusted for lenient and severe judges, for the organiser to look at.

Nothing rests on it: the raw mean stays the order of the ranking, and decisions are the panel's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from plaudit.judging.models import Round
from plaudit.programmes.models import Category
from plaudit.results.means import Judgement, judgements_of_category

if TYPE_CHECKING:
    from plaudit.judging.engines.calibration import Scores

FEWEST_ENTRIES = 3
SHORTLIST = 3
"""The chance of a place among so many is told; of the first place alone in a category hardly larger."""


@dataclass(frozen=True, slots=True)
class AdjustedScore:
    """One entry: its adjusted mean in per cent, its rank by it, the 90 per cent range of its rank, and the
    chance of a place among the first."""

    mean: float
    rank: int
    best_rank: int
    worst_rank: int
    chance: float


@dataclass(frozen=True, slots=True)
class Adjustment:
    """The adjusted scores by entry; none where there is too little to go by. `warnings` are sentences."""

    scores: dict[UUID, AdjustedScore]
    top: int
    warnings: list[str]


def adjustment_of(category: Category, in_round: Round) -> Adjustment:
    """Return the category's confirmed scores, adjusted: one query, and some 50 ms of work."""
    return adjusted(judgements_of_category(category, in_round))


def adjusted(judgements: Sequence[Judgement]) -> Adjustment:
    """Adjust scores for their judges, unless there are too few entries, judges or readings to do so."""
    entries = list(dict.fromkeys(each.entry_id for each in judgements))
    judges = dict.fromkeys((each.judge_id, each.judge) for each in judgements)
    top = SHORTLIST if len(entries) > 2 * SHORTLIST else 1
    if len(entries) < FEWEST_ENTRIES or len(judges) < 2 or len(judgements) < 2 * len(entries):
        return Adjustment({}, top, [])
    from plaudit.judging.engines.calibration import calibrate
    from plaudit.judging.engines.stability import ranks_of

    scores = _as_scores(judgements, entries, [judge for judge, _ in judges])
    fit = calibrate(scores, names=[name for _, name in judges])
    ranks = ranks_of(fit.adjusted, fit.draws, scores.category, top)
    rows = zip(
        entries, fit.adjusted.tolist(), ranks.rank.tolist(), ranks.low.tolist(), ranks.high.tolist(),
        ranks.top.tolist(), strict=True,
    )  # fmt: skip
    return Adjustment({entry: AdjustedScore(*found) for entry, *found in rows}, top, fit.warnings)


def _as_scores(
    judgements: Sequence[Judgement], entries: Sequence[UUID], judges: Sequence[UUID]
) -> Scores:
    import numpy as np

    from plaudit.judging.engines.calibration import Scores

    entry_number = {entry: number for number, entry in enumerate(entries)}
    judge_number = {judge: number for number, judge in enumerate(judges)}
    return Scores(
        entry=np.array([entry_number[each.entry_id] for each in judgements]),
        judge=np.array([judge_number[each.judge_id] for each in judgements]),
        value=np.array([each.percent for each in judgements]),
        category=np.zeros(len(entries), np.int64),
        judges=len(judges),
    )
