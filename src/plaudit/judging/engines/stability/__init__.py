"""How firm a shortlist is: ranks, chances of a place, and the readings that would settle it. Pure.

`ranks_of` turns equally likely sets of true values into ranges of ranks and chances of a place among the
first; `suggest_readings` names the pairs of judge and entry that would most reduce the expected number of
entries on the wrong side of the line.
"""

from __future__ import annotations

from plaudit.judging.engines.stability.ranks import Ranks, ranks_of, shared_ranks
from plaudit.judging.engines.stability.suggestions import (
    Question,
    Suggestion,
    expected_misranked,
    suggest_readings,
)

__all__ = [
    "Question",
    "Ranks",
    "Suggestion",
    "expected_misranked",
    "ranks_of",
    "shared_ranks",
    "suggest_readings",
]
