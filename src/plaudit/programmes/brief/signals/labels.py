"""Labels before a title: "Criterion 1 –", "Section A:", "Question 3"."""

from __future__ import annotations

import re

LABELLED = re.compile(
    r"^(?:judging\s+)?(?:criteri(?:on|a)|section|part|theme|area|topic|pillar|"
    r"element)\s+(?:\d{1,2}|[A-Z]|[ivx]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)\b\s*[:.)–—-]*\s*",
    re.IGNORECASE,
)
"""A label with its separator, at the start of a heading."""

NUMBERED_LABEL = re.compile(r"^(?:question|section|part|criterion|q)\s*\d{1,2}\b", re.IGNORECASE)
"""A bare label that may stand for a title."""

BARE_NUMBER = re.compile(r"^(\d{1,2})\s+(?=[A-Z])")
"""A heading numbered without a stop."""

QUESTION_NUMBER = re.compile(r"(?:question|q)\.?\s*\d{1,2}", re.IGNORECASE)
"""A question's number, which is no title."""
