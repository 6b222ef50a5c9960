"""From rows to one score for each pair of judge and entry."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plaudit.cli.calibrating.columns import refuse
from plaudit.cli.calibrating.reading import Floats, Integers, ScoreFile
from plaudit.judging.engines.calibration import Rows, Scores

DECIMALS = 9


@dataclass(frozen=True, slots=True)
class Averaged:
    scores: Scores
    rows: Rows
    warnings: list[str]


def averaged(file: ScoreFile) -> Averaged:
    """Return one score a pair: the weighted mean over the criteria that the judge gave for the entry.

    The weights are those of the rows, made to add up to one for each pair; without a weight all criteria
    count alike. A criterion that a judge left out is left out of that mean, not taken for nought. The same
    judge, entry and criterion twice is refused, and so is a pair whose weights are all nought.
    """
    pair = file.entry * len(file.judges) + file.judge
    _refuse_twice(file, pair)
    rows = Rows(file.entry, file.judge, file.value, file.criterion)
    if file.criterion is None:
        ignored = [
            "The weights were not used: a weight belongs to a criterion, and no criterion is named."
        ]
        scores = _scores(file, file.entry, file.judge, file.value)
        return Averaged(scores, rows, ignored if file.weight is not None else [])
    weight = np.ones(len(pair)) if file.weight is None else file.weight
    seen, first, of_row = np.unique(pair, return_index=True, return_inverse=True)
    total = np.bincount(of_row, weight)
    if not total.min() > 0:
        row = first[int(total.argmin())]
        raise refuse(
            file.name,
            f"all weights of judge {file.judges[file.judge[row]]} on entry "
            f"{file.entries[file.entry[row]]} are nought.",
            int(file.line[row]),
        )
    mean = np.round(np.bincount(of_row, weight * file.value) / total, DECIMALS)
    scores = _scores(file, seen // len(file.judges), seen % len(file.judges), mean)
    return Averaged(scores, rows, _notes(file, file.criterion, of_row, len(seen)))


def _scores(file: ScoreFile, entry: Integers, judge: Integers, value: Floats) -> Scores:
    return Scores(entry, judge, value, file.category, len(file.judges))


def _refuse_twice(file: ScoreFile, pair: Integers) -> None:
    key = pair if file.criterion is None else pair * len(file.criteria) + file.criterion
    order = np.argsort(key, kind="stable")
    again = np.flatnonzero(key[order[1:]] == key[order[:-1]])
    if not len(again):
        return
    row = int(order[again + 1].min())
    earlier = int(np.flatnonzero(key == key[row])[0])
    on = f", criterion {file.criteria[file.criterion[row]]}" if file.criterion is not None else ""
    hint = "" if file.criterion is not None else " Scores by criterion need a column “criterion”."
    raise refuse(
        file.name,
        f"judge {file.judges[file.judge[row]]} already scored entry {file.entries[file.entry[row]]}{on} "
        f"on line {file.line[earlier]}.{hint}",
        int(file.line[row]),
    )


def _notes(file: ScoreFile, criterion: Integers, of_row: NDArray[np.intp], pairs: int) -> list[str]:
    notes = []
    category = file.category[file.entry]
    asked = np.unique(category * len(file.criteria) + criterion)
    per_category = np.bincount(asked // len(file.criteria), minlength=len(file.categories))
    given = np.bincount(of_row, minlength=pairs)
    of_pair = np.zeros(pairs, np.int64)
    of_pair[of_row] = category
    short = int(np.sum(given < per_category[of_pair]))
    if short:
        notes.append(
            f"{short:,} of {pairs:,} scores lack a criterion that others in their category have; each is "
            "the mean of the criteria that were given."
        )
    if file.weight is not None:
        cell = category * len(file.criteria) + criterion
        least, most = np.full(cell.max() + 1, np.inf), np.full(cell.max() + 1, -np.inf)
        np.minimum.at(least, cell, file.weight)
        np.maximum.at(most, cell, file.weight)
        if np.any(most > least + 1e-9):
            notes.append(
                "One criterion has different weights within a category; each row's own was used."
            )
    return notes
