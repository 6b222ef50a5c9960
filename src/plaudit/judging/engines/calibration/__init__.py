"""Scores adjusted for the judges who gave them, with how sure one can be. Pure: arrays in, arrays out.

`calibrate` fits a mixed linear model (or least squares, or judges' scales, or a Rasch model) to scores of
entries by judges and returns adjusted values, leniencies, 90 per cent intervals, joint draws from which
ranks follow, and warnings in words. The mathematics is on the page docs/engineering/calibration.md.
"""

from __future__ import annotations

from plaudit.judging.engines.calibration.calibrate import (
    METHODS,
    CannotCalibrate,
    Method,
    Rows,
    calibrate,
)
from plaudit.judging.engines.calibration.fit import CONFIDENCE, Fit, Variances
from plaudit.judging.engines.calibration.scores import Scores

__all__ = [
    "CONFIDENCE",
    "METHODS",
    "CannotCalibrate",
    "Fit",
    "Method",
    "Rows",
    "Scores",
    "Variances",
    "calibrate",
]
