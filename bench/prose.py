"""Invented words to fill answers with."""

from __future__ import annotations

import random

PROSE = (
    "patients waited less when the teams met each morning and shared one plan with councils "
    "carers nurses and the voluntary groups who knew each street"
)
WORDS = tuple(PROSE.split())


def prose(words: int, chance: random.Random) -> str:
    """Return invented text of `words` words, in sentences of about twenty."""
    chosen = [chance.choice(WORDS) for _ in range(words)]
    return ". ".join(" ".join(chosen[i : i + 20]) for i in range(0, words, 20)) + "."
