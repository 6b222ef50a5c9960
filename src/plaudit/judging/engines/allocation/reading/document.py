"""Reads the whole problem and puts its permitted pairs together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from plaudit.judging.engines.allocation.problem import Caps, Name, Pairs, Problem, Whole
from plaudit.judging.engines.allocation.reading.fixed import check_forced
from plaudit.judging.engines.allocation.reading.lists import (
    Places,
    Scores,
    read_pairs,
    read_scored,
    read_scores,
)
from plaudit.judging.engines.allocation.reading.members import (
    a_whole_number,
    an_object,
    check_keys,
    kind,
)
from plaudit.judging.engines.allocation.reading.permitted import (
    conflict_keys,
    every_pair,
    on_panel,
    too_long,
)
from plaudit.judging.engines.allocation.reading.things import Things, read_things
from plaudit.judging.engines.allocation.refusal import BadInput
from plaudit.judging.engines.allocation.scale import scaled
from plaudit.judging.engines.allocation.terms import greatest_range

OBJECTIVES = ("total", "seat-lexicographic", "leximin")
CAPS = ("employer_per_entry", "category_per_judge")
KEYS = (
    "entries",
    "judges",
    "affinity",
    "conflicts",
    "forced",
    "caps",
    "objective",
    "default_affinity",
)


@dataclass(frozen=True, slots=True)
class _Kept:
    keys: Whole
    dropped: tuple[tuple[Name, Name, str], ...]


def read_problem(document: object, *, keep: Sequence[tuple[Name, Name]] = ()) -> Problem:
    """Return the problem. `keep` holds the (entry, judge) pairs of an earlier plan.

    Raises BadInput for what is wrong. Pairs to keep that no longer can be are dropped, with the reason.
    """
    given = an_object(document, "The problem")
    ignored = check_keys(given, KEYS, "The problem")
    things = read_things(given)
    objective = given.get("objective", "total")
    if objective not in OBJECTIVES:
        raise BadInput(
            f"“objective” must be one of {', '.join(OBJECTIVES)}, not {kind(objective)}."
        )
    places = Places.of(things.entries.names, things.judges.names)
    conflicts = conflict_keys(things, read_pairs(given.get("conflicts"), "conflicts", places))
    forced = read_pairs(given.get("forced"), "forced", places)
    caps = _caps(given.get("caps"))
    check_forced(forced, conflicts, things, caps)
    kept = _kept(keep, places, conflicts, things)
    listed, scores = read_scored(given.get("affinity"), "affinity", places)
    default = given.get("default_affinity")
    pairs, weights = _pairs(things, (listed, scores), default, conflicts, forced, kept.keys)
    return Problem(
        entries=things.entries,
        judges=things.judges,
        pairs=pairs,
        categories=things.categories,
        conflicts=conflicts,
        caps=caps,
        objective=objective,
        scale=weights.scale,
        is_exact=weights.is_exact,
        scores=weights.scores,
        minutes_scale=things.minutes_scale,
        warnings=tuple(
            f"The key “{key}” means nothing here and was ignored."
            for key in sorted(ignored | things.ignored)
        ),
        dropped=kept.dropped,
    )


@dataclass(frozen=True, slots=True)
class _Weights:
    scores: Scores
    scale: float
    is_exact: bool


def _pairs(
    things: Things,
    affinity: tuple[Whole, Scores],
    default: Any,
    conflicts: Whole,
    forced: Whole,
    kept: Whole,
) -> tuple[Pairs, _Weights]:
    listed, scores = affinity
    unlisted_score = 0 if default is None else _default(default)
    if isinstance(unlisted_score, float) and scores.dtype.kind == "i":
        scores = scores.astype(np.float64)
    usual = listed if default is None else np.concatenate([listed, every_pair(things)])
    usual = usual[on_panel(things, usual)]
    usual = usual[~np.isin(usual, conflicts)] if len(conflicts) else usual
    usual = usual[~too_long(things, usual)]
    keys = np.unique(np.concatenate([usual, forced, kept]))
    order = np.argsort(listed)
    values: Scores = np.zeros(len(keys))
    if scores.dtype.kind == "i":
        values = np.zeros(len(keys), dtype=np.int64)
    values[:] = unlisted_score
    if len(listed):
        place = np.minimum(np.searchsorted(listed, keys, sorter=order), len(listed) - 1)
        is_listed = listed[order[place]] == keys
        values[is_listed] = scores[order[place[is_listed]]]
    sizes = len(things.entries.names), len(things.judges.names)
    seats = min(int(things.entries.demand.sum()), len(keys))
    found = scaled(values, greatest_range(*sizes, keeps=len(kept) > 0), seats)
    judges = max(1, len(things.judges.names))
    pairs = Pairs(
        keys // judges,
        keys % judges,
        found.weight,
        np.isin(keys, forced),
        np.isin(keys, kept),
    )
    return pairs, _Weights(values, found.scale, found.is_exact)


def _default(found: Any) -> int | float:
    (score,) = read_scores([found], "default_affinity")
    value: int | float = score.item()
    return value


def _caps(found: object) -> Caps:
    if found is None:
        return Caps()
    given = an_object(found, "“caps”")
    unknown = sorted(check_keys(given, CAPS, "“caps”"))
    if unknown:
        raise BadInput(f"“caps” has a key “{unknown[0]}”; it may have {' and '.join(CAPS)}.")
    values = [
        None if given.get(key) is None else a_whole_number(given[key], f"“caps”: “{key}”")
        for key in CAPS
    ]
    return Caps(*values)


def _kept(
    keep: Sequence[tuple[Name, Name]], places: Places, conflicts: Whole, things: Things
) -> _Kept:
    keys: list[int] = []
    dropped: list[tuple[Name, Name, str]] = []
    barred = set(conflicts.tolist())
    for entry, judge in sorted(keep, key=lambda pair: (str(pair[0]), str(pair[1]))):
        if entry not in places.entry:
            dropped.append((entry, judge, "the entry is not in the list any more"))
        elif judge not in places.judge:
            dropped.append((entry, judge, "the judge is not in the list any more"))
        else:
            key = places.entry[entry] * places.judges + places.judge[judge]
            if key in barred:
                dropped.append((entry, judge, "they are in conflict now"))
            elif too_long(things, np.array([key]))[0]:
                dropped.append((entry, judge, "it takes longer to read than the judge has now"))
            else:
                keys.append(key)
    return _Kept(np.array(sorted(keys), dtype=np.int64), tuple(dropped))
