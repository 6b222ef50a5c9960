from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Weight(StrEnum):
    GOOD = "ok"
    NOTE = "note"
    WRONG = "WRONG"


@dataclass(frozen=True)
class Finding:
    """What one check saw: a plain sentence, with what to do when something is wrong."""

    weight: Weight
    sentence: str


def good(sentence: str) -> Finding:
    return Finding(Weight.GOOD, sentence)


def note(sentence: str) -> Finding:
    """Something to know that does not stop Plaudit."""
    return Finding(Weight.NOTE, sentence)


def wrong(sentence: str) -> Finding:
    return Finding(Weight.WRONG, sentence)
