"""Scores invented from the model itself, to learn how far its answers lie from the truth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plaudit.judging.engines.calibration.arrays import Floats
from plaudit.judging.engines.calibration.judges import Design
from plaudit.judging.engines.calibration.likelihood import Ratios


@dataclass(frozen=True, slots=True)
class Invented:
    """Sums by entry and by judge of invented scores, and the truth behind them; a column an invention.

    The overall mean is nought and the residual variance one.
    """

    by_entry: Floats
    by_judge: Floats
    quality: Floats
    leniency: Floats


def invented(design: Design, ratios: Ratios, random: np.random.Generator, columns: int) -> Invented:
    """Invent scores on this design from the mixed model with these ratios of variances."""
    entries, judges = len(design.by_entry), len(design.by_judge)
    quality = np.sqrt(ratios.entry) * random.standard_normal((entries, columns))
    if ratios.category:
        groups = int(design.category[-1]) + 1
        means = np.sqrt(ratios.category) * random.standard_normal((groups, columns))
        quality += means[design.category]
    leniency = np.sqrt(ratios.judge) * random.standard_normal((judges, columns))
    by_entry = design.by_entry[:, None] * quality + design.met @ leniency
    by_judge = design.by_judge[:, None] * leniency + design.met_by_judge @ quality
    for column in range(columns):
        noise_by_entry, noise_by_judge = design.noise(random)
        by_entry[:, column] += noise_by_entry
        by_judge[:, column] += noise_by_judge
    return Invented(by_entry, by_judge, quality, leniency)
