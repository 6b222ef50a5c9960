"""Small tables of scores for the engines, and strategies that draw them."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from bench.simulation import Simulated, compact
from plaudit.judging.engines.calibration import Scores


def scores_of(rows: list[tuple[int, int, float]], category: list[int] | None = None) -> Scores:
    """Return scores from rows of entry, judge and score, all numbered from nought without a gap."""
    entry = np.array([row[0] for row in rows])
    judge = np.array([row[1] for row in rows])
    entries = int(entry.max()) + 1
    return Scores(
        entry=entry,
        judge=judge,
        value=np.array([row[2] for row in rows], np.float64),
        category=np.array(category if category is not None else [0] * entries),
        judges=int(judge.max()) + 1,
    )


def scores_from(simulated: Simulated) -> Scores:
    judge, judges = compact(simulated.judge)
    category = np.unique(simulated.category, return_inverse=True)[1]
    return Scores(simulated.entry, judge, simulated.value, category, judges)


@st.composite
def designs(draw: st.DrawFn, *, least_judges: int = 1) -> Scores:
    """Up to seven entries and five judges, any of them on any, in up to three categories."""
    pairs = draw(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 4)), min_size=1, max_size=24))
    entries = {entry: number for number, entry in enumerate(sorted({pair[0] for pair in pairs}))}
    judges = {judge: number for number, judge in enumerate(sorted({pair[1] for pair in pairs}))}
    if len(judges) < least_judges:
        extra = [(entry, 10 + number) for entry in entries for number in range(least_judges)]
        pairs |= set(extra)
        judges = {judge: number for number, judge in enumerate(sorted({pair[1] for pair in pairs}))}
    value = st.sampled_from([1.0, 2.0, 3.0, 4.0, 5.0]) | st.floats(
        0, 100, allow_nan=False, width=32
    )
    rows = [(entries[entry], judges[judge], draw(value)) for entry, judge in sorted(pairs)]
    category = [draw(st.integers(0, 2)) for _ in entries]
    return scores_of(rows, np.unique(category, return_inverse=True)[1].tolist())
