"""The variances by restricted maximum likelihood when judges are too many for a square matrix of them.

Average information REML (Gilmour, Thompson and Cullis 1995, Biometrics 51: 1440-1450). The traces in the
slope are means over a few invented data sets, the same in every round (García-Cortés et al. 1992, Journal
of Animal Breeding and Genetics 109: 358-363; as in BOLT-REML, Loh et al. 2015, Nature Genetics 47: 1385).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plaudit.judging.engines.calibration.arrays import Floats
from plaudit.judging.engines.calibration.judges import Design, JudgeSystem
from plaudit.judging.engines.calibration.likelihood import Ratios
from plaudit.judging.engines.calibration.simulation import invented

ROUNDS = 25
TOLERANCE = 1e-4
CLOSE = 2e-3
VANISHED = 1e-5
PROBES = 12_000
MOST_CHANGE = 5.0


@dataclass(frozen=True, slots=True)
class Estimate:
    ratios: Ratios
    residual: float


@dataclass(frozen=True, slots=True)
class _Round:
    """Slopes and average information of the ratios (entry, judge, category) at one place."""

    slope: Floats
    information: Floats
    residual: float


def estimate(design: Design, centred: Floats, *, has_categories: bool, seed: int) -> Estimate:
    """Estimate the ratios of variances from scores less their mean, one a score."""
    columns = int(np.clip(PROBES // len(design.by_judge), 3, 48))
    place = np.array([1.0, 0.5, 0.3])[: 3 if has_categories else 2]
    now = _look(design, centred, place, columns, seed)
    for _ in range(ROUNDS):
        moved = _moved(place, now)
        change = np.max(np.abs(moved - place) / (place + 1e-2))
        place = np.where(moved < VANISHED, VANISHED, moved)
        if change < CLOSE:
            break
        now = _look(design, centred, place, columns, seed)
    place = np.where(place <= VANISHED, 0.0, place)
    return Estimate(_ratios(place), now.residual)


def _ratios(place: Floats) -> Ratios:
    return Ratios(
        entry=float(place[0]),
        judge=float(place[1]),
        category=float(place[2]) if len(place) > 2 else 0.0,
    )


def _moved(place: Floats, now: _Round) -> Floats:
    free = (place > VANISHED) | (now.slope > 0)
    step = np.zeros_like(place)
    information = now.information[np.ix_(free, free)]
    information = information + 1e-9 * np.trace(information) * np.eye(len(information))
    step[free] = np.linalg.solve(information, now.slope[free])
    # Far from the best place the average information misleads, so no step goes further than this.
    return np.clip(place + step, place / MOST_CHANGE, place * MOST_CHANGE)


def _look(design: Design, centred: Floats, place: Floats, columns: int, seed: int) -> _Round:
    ratios = _ratios(place)
    system = JudgeSystem.of(design, ratios)
    made = invented(design, ratios, np.random.default_rng(seed), columns)
    by_entry, by_judge = design.sums(centred)
    entries = np.column_stack((by_entry, made.by_entry))
    judges = np.column_stack((by_judge, made.by_judge))
    quality, leniency = system.solve(entries, judges, tolerance=TOLERANCE)
    left = entries - design.by_entry[:, None] * quality - design.met @ leniency
    judged = judges - design.by_judge[:, None] * leniency - design.met_by_judge @ quality
    starts = system.nesting.starts
    parts = [left, judged, np.add.reduceat(left, starts)][: len(place)]
    squares = np.array([(part[:, 0] ** 2).sum() for part in parts])
    traces = np.array([(part[:, 1:] ** 2).sum() / columns for part in parts])
    total = float(centred @ centred) - by_entry @ quality[:, 0] - by_judge @ leniency[:, 0]
    freedom = design.count - 1
    residual = float(total) / freedom
    information = _information(system, [part[:, 0] for part in parts])
    information = information / residual - np.outer(squares, squares) / (freedom * residual**2)
    return _Round((squares / residual - traces) / 2, information / 2, residual)


def _information(system: JudgeSystem, parts: list[Floats]) -> Floats:
    """Return the products of the working vectors through P, whose halves are the average information."""
    design = system.design
    of_entries = [parts[0], np.zeros_like(parts[0])]
    of_judges = [np.zeros_like(parts[1]), parts[1]]
    if len(parts) > 2:
        of_entries.append(parts[2][design.category])
        of_judges.append(np.zeros_like(parts[1]))
    entries, judges = np.column_stack(of_entries), np.column_stack(of_judges)
    by_entry = design.by_entry[:, None] * entries + design.met @ judges
    by_judge = design.by_judge[:, None] * judges + design.met_by_judge @ entries
    quality, leniency = system.solve(by_entry, by_judge, tolerance=TOLERANCE)
    product: Floats = by_entry.T @ (entries - quality) + by_judge.T @ (judges - leniency)
    return (product + product.T) / 2
