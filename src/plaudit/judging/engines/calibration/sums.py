"""All that the model asks of the scores when judges are few: sums over classes of entries.

Entries read equally often enter every formula alike, so one square matrix of judges for each number of
readings holds the whole design, and trying other variances costs nothing that grows with the entries.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plaudit.judging.engines.calibration.arrays import Floats, Integers, Sparse, sums_by
from plaudit.judging.engines.calibration.scores import Scores


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums of the centred scores. First axis: classes of entries, by how often they were read."""

    readings: Floats
    entries: Floats
    """How many entries, by class and category."""
    entry_squares: Floats
    """Sums of squared entry totals, by class."""
    totals: Floats
    """Sums of scores, by class and category."""
    meetings: Floats
    """How many entries each two judges both read, by class: (classes, judges, judges)."""
    by_category: Floats
    """How many entries a judge read, by class, category and judge."""
    met_totals: Floats
    """Sums of the totals of the entries a judge read, by class and judge."""
    by_judge: Floats
    """How many scores each judge gave."""
    judge_totals: Floats
    squares: float
    count: int


def sizes_for(scores: Scores) -> tuple[int, int]:
    """Return how many numbers the sums would hold, and the work of making them."""
    readings = np.bincount(scores.entry, minlength=scores.entries)
    classes = len(np.unique(readings))
    held = classes * scores.judges * (scores.judges + scores.categories)
    return held, int(np.sum(readings.astype(np.float64) ** 2))


def sums_of(scores: Scores, centre: float) -> Sums:
    """Return the sums of the scores less `centre`."""
    value = scores.value - centre
    per_entry = np.bincount(scores.entry, minlength=scores.entries)
    readings, of_entry = np.unique(per_entry, return_inverse=True)
    classes, judges, categories = len(readings), scores.judges, scores.categories
    total = sums_by(scores.entry, value, scores.entries)
    cell = of_entry * categories + scores.category
    by_cell = np.bincount(cell, minlength=classes * categories).astype(np.float64)
    totals = sums_by(cell, total, classes * categories)
    row = of_entry[scores.entry]
    judge_cell = row * judges + scores.judge
    read = cell[scores.entry] * judges + scores.judge
    by_category = np.bincount(read, minlength=classes * categories * judges).astype(np.float64)
    return Sums(
        readings=readings.astype(np.float64),
        entries=by_cell.reshape(classes, categories),
        entry_squares=sums_by(of_entry, total**2, classes),
        totals=totals.reshape(classes, categories),
        meetings=_meetings(scores, of_entry, classes),
        by_category=by_category.reshape(classes, categories, judges),
        met_totals=sums_by(judge_cell, total[scores.entry], classes * judges).reshape(
            classes, judges
        ),
        by_judge=np.bincount(scores.judge, minlength=judges).astype(np.float64),
        judge_totals=sums_by(scores.judge, value, judges),
        squares=float(value @ value),
        count=scores.count,
    )


def _meetings(scores: Scores, of_entry: Integers, classes: int) -> Floats:
    met = incidence(scores)
    found = np.empty((classes, scores.judges, scores.judges))
    for number in range(classes):
        part = met[np.flatnonzero(of_entry == number)]
        found[number] = (part.T @ part).toarray()
    return found


def incidence(scores: Scores) -> Sparse:
    """Return the entries × judges matrix of readings, one where a judge scored an entry."""
    from scipy.sparse import csr_array

    ones = np.ones(scores.count)
    shape = (scores.entries, scores.judges)
    return csr_array((ones, (scores.entry, scores.judge)), shape=shape)
