"""The problem in arrays. Entries and judges stand in the order of their names, pairs by entry and judge.

That order is what makes the same input, in any order, give the same plan.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Whole = npt.NDArray[np.int64]
Name = str | int

NO_LIMIT = -1
MOST = 1_000_000_000
"""The greatest demand, load or number of minutes that is believed."""


@dataclass(frozen=True, slots=True)
class Entries:
    """`category` is a place in `Problem.categories`, -1 for none; `minutes` are in 1 / `minutes_scale`."""

    names: list[Name]
    demand: Whole
    category: Whole
    minutes: Whole
    organisations: list[tuple[Name, ...]]


@dataclass(frozen=True, slots=True)
class Judges:
    """Loads and reading time of each judge; `employer` is a number for each employer, -1 for none.

    `maximum` and `max_minutes` are -1 where there is no limit. `panels` is None for any category.
    """

    names: list[Name]
    minimum: Whole
    maximum: Whole
    max_minutes: Whole
    employer: Whole
    employers: list[Name]
    panels: list[frozenset[int] | None]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The permitted pairs: `weight` is the score times `Problem.scale`, a whole number.

    `forced` pairs must be in every plan; `kept` pairs were in the plan before.
    """

    entry: Whole
    judge: Whole
    weight: Whole
    forced: npt.NDArray[np.bool_]
    kept: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.entry)


@dataclass(frozen=True, slots=True)
class Caps:
    """At most so many judges of one employer on an entry, and entries of one category for a judge."""

    employer_per_entry: int | None = None
    category_per_judge: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Who may read what, and what is wanted. `conflicts` are entry * judges + judge, ascending.

    `is_exact`: whether every score times `scale` is whole; otherwise each is rounded to the nearest.
    """

    entries: Entries
    judges: Judges
    pairs: Pairs
    categories: list[Name]
    conflicts: Whole
    caps: Caps
    objective: str
    scale: float
    is_exact: bool
    scores: npt.NDArray[np.float64] | Whole
    minutes_scale: int
    warnings: tuple[str, ...] = ()
    dropped: tuple[tuple[Name, Name, str], ...] = ()
