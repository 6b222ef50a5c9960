"""Instances for the allocation engine: an awards programme and a large conference, from a seed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

AWARDS = {"entries": 1_000, "judges": 150, "panels": 25, "panels_a_judge": 4}
CONFERENCE = {"entries": 10_000, "judges": 5_000, "panels": 100, "panels_a_judge": 2}


def instance(
    entries: int, judges: int, panels: int, panels_a_judge: int, seed: int = 1
) -> dict[str, Any]:
    """Return a problem in the form `plaudit allocate` reads: scores 0 to 10,000 from shared topics.

    A judge may read the entries of their panels, but for conflicts of interest and half of the rest when
    the problem is large, as after bidding.
    """
    random = np.random.default_rng(seed)
    is_large = entries > 2_000
    panel = random.integers(0, panels, entries)
    seats = np.argsort(random.random((judges, panels)), axis=1)[:, :panels_a_judge]
    sits = np.zeros((judges, panels), dtype=bool)
    sits[np.arange(judges)[:, None], seats] = True
    topics = random.normal(size=(entries, 8))
    expertise = random.normal(size=(judges, 8))
    employers = random.integers(0, judges // 2 + 1, judges)
    organisations = random.integers(0, judges // 2 + 1, (entries, 2))
    demand = np.full(entries, 4) if is_large else random.integers(3, 6, entries)
    affinity: list[list[Any]] = []
    for entry in range(entries):
        able = np.flatnonzero(sits[:, panel[entry]])
        able = able[random.random(len(able)) < (0.46 if is_large else 0.98)]
        closeness = expertise[able] @ topics[entry] / 8 + random.normal(0, 0.2, len(able))
        scores = np.rint(10_000 / (1 + np.exp(-1.5 * closeness))).astype(int)
        affinity += [
            [f"e{entry}", f"j{judge}", int(score)]
            for judge, score in zip(able, scores, strict=True)
        ]
    pairs = random.choice(len(affinity), len(affinity) // 50, replace=False)
    return {
        "entries": [
            _entry(number, int(demand[number]), int(panel[number]), organisations[number].tolist())
            for number in range(entries)
        ],
        "judges": [
            _judge(
                number,
                is_large=is_large,
                seats=seats[number].tolist(),
                employer=int(employers[number]),
            )
            for number in range(judges)
        ],
        "affinity": affinity,
        "conflicts": [affinity[pair][:2] for pair in sorted(pairs.tolist())],
        "forced": [],
        "caps": {"employer_per_entry": None, "category_per_judge": None},
        "objective": "total",
    }


def _entry(number: int, demand: int, panel: int, organisations: list[int]) -> dict[str, Any]:
    return {
        "id": f"e{number}",
        "demand": demand,
        "category": f"panel {panel}",
        "organisations": [f"o{one}" for one in sorted({*organisations})],
        "minutes": 20,
    }


def _judge(number: int, *, is_large: bool, seats: list[int], employer: int) -> dict[str, Any]:
    return {
        "id": f"j{number}",
        "min": 2 if is_large else 7,
        "max": 10 if is_large else 36,
        "max_minutes": None,
        "panels": [f"panel {one}" for one in sorted(seats)],
        "employer": f"o{employer}",
    }


def written(folder: Path, name: str, sizes: dict[str, int], **changes: Any) -> Path:
    """Write an instance to a file, with `changes` to it, and return where."""
    path = folder / f"{name}.json"
    path.write_text(json.dumps(instance(**sizes) | changes))
    return path
