"""What the command prints: the plan, what is missing and why, and the proof."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from plaudit.judging.engines.allocation.certificate import certificate, reading, seat_scores
from plaudit.judging.engines.allocation.engine import Allocation
from plaudit.judging.engines.allocation.limits import minutes_read
from plaudit.judging.engines.allocation.problem import Problem, Whole
from plaudit.judging.engines.allocation.shortfall import (
    shortfalls,
    shorts,
    summary,
    why,
    why_below,
)


def as_json(found: Allocation) -> dict[str, Any]:
    """Return the result in the form of the command's output. Assignments are sorted by entry, then judge."""
    problem = found.problem
    entries, judges = problem.entries.names, problem.judges.names
    short_entries = shortfalls(problem, found.chosen)
    load = np.bincount(problem.pairs.judge[found.chosen > 0], minlength=len(judges))
    result: dict[str, Any] = {
        "assignments": [[entries[entry], judges[judge]] for entry, judge in found.pairs()],
        "total": total_score(problem, found.chosen),
        "unfilled": [
            {"entry": entries[one.entry], "missing": one.missing, "why": why(problem, one)}
            for one in short_entries
        ],
        "short": [
            {
                "judge": judges[one.judge],
                "below_minimum": one.below,
                "why": why_below(one, int(problem.judges.minimum[one.judge])),
            }
            for one in shorts(problem, found.chosen)
        ],
        "shortfall": summary(problem, short_entries),
        "loads": {str(name): number for name, number in zip(judges, load.tolist(), strict=True)},
        "minutes": _minutes(problem, found.chosen),
        "objective": problem.objective,
        "scores": _scores(problem),
        "certificate": certificate(found),
        "warnings": list(problem.warnings),
    }
    result |= {
        key: value
        for key, value in (
            ("reading_time", reading(problem, found)),
            ("seats", _seats(found)),
            ("leximin", _leximin(found)),
            ("changes", _changes(found)),
        )
        if value is not None
    }
    return result


def total_score(problem: Problem, chosen: Whole) -> int | float:
    """The sum of the scores as given: exact where they are whole, correctly rounded otherwise."""
    scores = problem.scores[chosen > 0]
    return sum(scores.tolist()) if scores.dtype.kind == "i" else math.fsum(scores.tolist())


def _minutes(problem: Problem, chosen: Whole) -> dict[str, int | float]:
    scale = problem.minutes_scale
    read = minutes_read(problem, chosen).tolist()
    return {
        str(name): minutes if scale == 1 else minutes / scale
        for name, minutes in zip(problem.judges.names, read, strict=True)
    }


def _scores(problem: Problem) -> dict[str, Any]:
    """How scores became whole numbers, and what that can cost."""
    seats = int(problem.entries.demand.sum())
    return {
        "scale": problem.scale,
        "is_exact": problem.is_exact,
        "rounding_costs_at_most": 0 if problem.is_exact else seats / problem.scale,
    }


def _seats(found: Allocation) -> dict[str, Any] | None:
    """The worst seats, and how finely seats were told apart."""
    if found.levels is None:
        return None
    scale = found.problem.scale
    scores = seat_scores(found)
    levels = found.levels
    return {
        "proven": "every score" if levels.is_every_score else "the worst seat exactly, then bands",
        "worst": scores[0].item() if len(scores) else None,
        "bands": [
            {
                "from": low / scale,
                "to": high / scale,
                "seats": int(((scores >= low / scale) & (scores <= high / scale)).sum()),
            }
            for low, high in levels.bands
        ],
    }


def _leximin(found: Allocation) -> dict[str, Any] | None:
    fair = found.fairness
    if fair is None:
        return None
    total = int(found.problem.pairs.weight @ found.chosen)
    return {
        "proven_ranks": len(fair.proven),
        "entries": fair.entries,
        "by_solo_bounds": fair.solo,
        "lowest_means": list(fair.proven),
        "stopped": fair.stopped,
        "is_exact": fair.is_exact,
        "total_given_up": (fair.best_total - total) / abs(fair.best_total)
        if fair.best_total
        else 0,
    }


def _changes(found: Allocation) -> dict[str, Any] | None:
    """What became of an earlier plan."""
    problem, pairs = found.problem, found.problem.pairs
    if not pairs.kept.any() and not problem.dropped:
        return None
    given_up, added = pairs.kept & (found.chosen == 0), ~pairs.kept & (found.chosen > 0)
    return {
        "kept": int((pairs.kept & (found.chosen > 0)).sum()),
        "dropped": [
            {"entry": entry, "judge": judge, "why": reason}
            for entry, judge, reason in problem.dropped
        ],
        "given_up": _named(problem, given_up),
        "added": _named(problem, added),
        "words": _words(found, int(given_up.sum())),
    }


def _named(problem: Problem, which: Any) -> list[list[Any]]:
    pairs = problem.pairs
    return [
        [problem.entries.names[pairs.entry[pair]], problem.judges.names[pairs.judge[pair]]]
        for pair in np.flatnonzero(which)
    ]


def _words(found: Allocation, given_up: int) -> str:
    if found.time is not None and not found.time.is_best:
        return "Reading time binds: no proof that fewer changes would not do."
    if given_up == 0:
        return "Every earlier pair that may stay stays: no plan changes less."
    if found.may_move:
        return (
            f"{given_up} earlier pairs are given up, so that as many seats as can be are filled; no plan "
            "that fills as many gives up fewer."
        )
    return f"{given_up} earlier pairs no longer fit within the limits; no plan gives up fewer."
