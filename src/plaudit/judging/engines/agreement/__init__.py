"""How far judges agree: intraclass correlations and Krippendorff's alpha. Pure: arrays in, figures out."""

from __future__ import annotations

from plaudit.judging.engines.agreement.alpha import LEVELS, Level, alpha
from plaudit.judging.engines.agreement.icc import Correlations, from_components, from_table

__all__ = ["LEVELS", "Correlations", "Level", "alpha", "from_components", "from_table"]
