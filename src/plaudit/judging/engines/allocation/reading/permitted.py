"""Which pairs are permitted: panels, and conflicts as stated and as they follow from employers."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import numpy.typing as npt

from plaudit.judging.engines.allocation.problem import NO_LIMIT, Whole
from plaudit.judging.engines.allocation.reading.things import Things
from plaudit.judging.engines.allocation.refusal import BadInput

MOST_PAIRS = 5_000_000


def conflict_keys(things: Things, stated: Whole) -> Whole:
    """Return the stated conflicts, and each judge with the entries of their own employer; ascending."""
    judges = things.judges
    staff: dict[str, list[int]] = defaultdict(list)
    for judge, employer in enumerate(judges.employer.tolist()):
        if employer >= 0:
            staff[str(judges.employers[employer])].append(judge)
    own = [
        entry * len(judges.names) + judge
        for entry, organisations in enumerate(things.entries.organisations)
        for organisation in organisations
        for judge in staff.get(str(organisation), ())
    ]
    return np.unique(np.concatenate([stated, np.array(own, dtype=np.int64)]))


def panel_table(things: Things) -> npt.NDArray[np.bool_]:
    """Return category × judge, whether they sit on it; the last row is for entries of no category."""
    table = np.zeros((len(things.categories) + 1, len(things.judges.names)), dtype=bool)
    for judge, panels in enumerate(things.judges.panels):
        if panels is None:
            table[:, judge] = True
        else:
            table[sorted(panels), judge] = True
    return table


def on_panel(things: Things, keys: Whole) -> npt.NDArray[np.bool_]:
    """Return whether each pair's judge sits on the panel of the entry's category."""
    judges = max(1, len(things.judges.names))
    found: npt.NDArray[np.bool_] = panel_table(things)[
        things.entries.category[keys // judges], keys % judges
    ]
    return found


def every_pair(things: Things) -> Whole:
    """Return the key of each pair that the panels permit."""
    table = panel_table(things)
    count = int(table.sum(axis=1)[things.entries.category].sum())
    if count > MOST_PAIRS:
        raise BadInput(
            f"“default_affinity” permits {count:,} pairs; {MOST_PAIRS:,} at most. List the pairs instead."
        )
    of_category = [np.flatnonzero(row) for row in table]
    judges = len(things.judges.names)
    parts = [
        entry * judges + of_category[category]
        for entry, category in enumerate(things.entries.category.tolist())
    ]
    return np.concatenate([np.zeros(0, dtype=np.int64), *parts])


def too_long(things: Things, keys: Whole) -> npt.NDArray[np.bool_]:
    """Return whether each pair's entry alone takes longer than the judge has."""
    judges = max(1, len(things.judges.names))
    limit = things.judges.max_minutes[keys % judges]
    found: npt.NDArray[np.bool_] = (limit != NO_LIMIT) & (
        things.entries.minutes[keys // judges] > limit
    )
    return found
