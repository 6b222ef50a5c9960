"""What a method of calibration finds, entry by entry and judge by judge."""

from __future__ import annotations

from dataclasses import dataclass, field

from plaudit.judging.engines.calibration.arrays import Draws, Floats

CONFIDENCE = 0.90


@dataclass(frozen=True, slots=True)
class Variances:
    """Of entries within their category, of judges' leniency, of what is left, and of category means.

    None where the scores cannot tell: one judge has no variance of judges.
    """

    entry: float | None
    judge: float | None
    residual: float | None
    category: float | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """Values on the scale of the scores. Ends of intervals are those of 90 per cent.

    `draws` are equally likely sets of true values of all entries, one set a row, from which ranks and
    probabilities follow. Leniency is what a judge adds to a score, beside the average judge.
    """

    adjusted: Floats
    low: Floats
    high: Floats
    leniency: Floats
    leniency_low: Floats
    leniency_high: Floats
    draws: Draws
    variances: Variances
    figures: dict[str, object] = field(default_factory=dict)
    """Figures of one method alone, for its report."""
    warnings: list[str] = field(default_factory=list)
