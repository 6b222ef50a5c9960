from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from plaudit.entries.evidence_words import (
    LINE_KINDS,
    outcome_words,
    pounds,
    sum_rows,
    sums_of,
    workings,
)
from plaudit.kit.paragraphs import Block, in_paragraphs


@dataclass(frozen=True, slots=True)
class ValueReading:
    """Lines are (what, kind, how it was worked out, amount); sums are (words, amount)."""

    number: int
    title: str
    period: str
    lines: list[tuple[str, str, str, str]]
    sums: list[tuple[str, str]]
    outcome: list[str]
    assumptions: list[Block]
    source: str


def value_reading(piece: dict[str, Any]) -> ValueReading:
    """Return the costs and savings in words, with their sums and the plain return on them."""
    sums = sums_of(piece)
    return ValueReading(
        number=piece["number"],
        title=piece["title"],
        period=piece["period"],
        lines=[
            (line["description"], LINE_KINDS[line["kind"]], workings(line), pounds(line["amount"]))
            for line in piece["lines"]
        ],
        sums=sum_rows(sums),
        outcome=outcome_words(sums),
        assumptions=in_paragraphs(piece["assumptions"]),
        source=piece["source"],
    )
