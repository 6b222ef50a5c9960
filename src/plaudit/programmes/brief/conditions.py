"""Conditions of entry that stand among the criteria: "Entrants must:" over "be based in …", "have at least …"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from plaudit.programmes.brief.block import Block
from plaudit.programmes.brief.draft import DraftCategory
from plaudit.programmes.brief.model import Use

_MUST = re.compile(
    r"(?:\S+ ){1,6}(?:must|should|need to|has to|have to)(?: \w+)?\s*:", re.IGNORECASE
)
_CONDITION = re.compile(
    r"(?:not |only |also )?(?:be\b(?! able)|have (?!an? (?:clear|strong|positive|proven)\b)(?:been|at least|fewer|"
    r"more than|no more|less than|an?|completed|traded|operated|a)\b|hold|own|employ|operate|trade|belong|reside|"
    r"manage|run|"
    r"work (?:in|for|at)|live (?:in|within))\b",
    re.IGNORECASE,
)


def take_conditions(category: DraftCategory, body: Sequence[Block]) -> list[Block]:
    """Takes such a list, with the words over it, for eligibility; returns the rest of the body."""
    for index, block in enumerate(body):
        if not (block.is_paragraph and _MUST.fullmatch(block.text)):
            continue
        items = list(itertools.takewhile(lambda b: b.is_item, body[index + 1 :]))
        if not items or sum(bool(_CONDITION.match(item.text)) for item in items) * 2 < len(items):
            continue
        taken = [block, *items]
        category.eligibility.extend((block.text, "\n".join(item.text for item in items)))
        category.uses.extend((one, Use.ELIGIBILITY) for one in taken)
        return [*body[:index], *body[index + 1 + len(items) :]]
    return list(body)
