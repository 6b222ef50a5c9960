"""Invented panels of judges whose truth is known, to measure calibration against.

score = clip(round(6 + 1.6 (scale · quality + leniency + noise)), 1, 10). Quality has a standard deviation
of 1, leniency 0.6, log-scale 0.25 and noise 0.7, varying from judge to judge; an entry is read by three to
five judges. On the design "panels" a category has its own panel of judges, a tenth of the seats are filled
from elsewhere, and a fifth of the variance of quality lies between categories.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

LEAST, MOST = 1, 10


@dataclass(frozen=True, slots=True)
class Simulated:
    """Scores and the truth behind them, on the scale of the scores."""

    entry: Integers
    judge: Integers
    value: Floats
    category: Integers
    judges: int
    truth: Floats
    leniency: Floats


def simulated(
    seed: int,
    *,
    entries: int = 1000,
    design: str = "panels",
    per_judge: int = 25,
    panel: int = 12,
    readings: tuple[int, int] = (3, 5),
    leniency_spread: float = 0.6,
    scale_spread: float = 0.25,
    noise: float = 0.7,
    noise_spread: float = 0.25,
    is_rounded: bool = True,
) -> Simulated:
    """Return one invented edition. Each judge gets about `per_judge` scores."""
    random = np.random.default_rng(seed)
    counts = random.integers(readings[0], readings[1] + 1, entries)
    judges = max(readings[1] + 1, round(int(counts.sum()) / per_judge))
    panels = max(1, judges // panel) if design == "panels" else 1
    home = np.arange(judges) % panels
    category = np.sort(random.integers(0, panels, entries))
    shared = 0.2 if panels > 1 else 0.0
    quality = np.sqrt(shared) * random.standard_normal(panels)[category]
    quality += np.sqrt(1 - shared) * random.standard_normal(entries)
    entry = np.repeat(np.arange(entries), counts)
    judge = _seated(random, counts, category, home, panels)
    leniency = leniency_spread * random.standard_normal(judges)
    scale = np.exp(scale_spread * random.standard_normal(judges))
    noises = noise * np.exp(noise_spread * random.standard_normal(judges))
    value = scale[judge] * quality[entry] + leniency[judge]
    value += noises[judge] * random.standard_normal(len(entry))
    value = 6 + 1.6 * value
    if is_rounded:
        value = np.clip(np.round(value), LEAST, MOST)
    return Simulated(entry, judge, value, category, judges, 6 + 1.6 * quality, 1.6 * leniency)


def _seated(
    random: np.random.Generator, counts: Integers, category: Integers, home: Integers, panels: int
) -> Integers:
    """Give every seat of an entry another judge; with panels, nine seats in ten to one of its own."""
    judges = len(home)
    members = [np.flatnonzero(home == one) for one in range(panels)]
    seats: list[Integers] = []
    for entry, count in enumerate(counts):
        own = members[category[entry]]
        chosen: list[int] = []
        while len(chosen) < count:
            is_own = panels > 1 and random.random() < 0.9 and len(chosen) < len(own)
            pick = int(random.choice(own)) if is_own else int(random.integers(judges))
            if pick not in chosen:
                chosen.append(pick)
        seats.append(np.array(chosen))
    return np.concatenate(seats)


def compact(judge: Integers) -> tuple[Integers, int]:
    """Number the judges who scored anything from nought, and say how many they are."""
    seen, numbered = np.unique(judge, return_inverse=True)
    return numbered.astype(np.int64), len(seen)
