from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class HintKind(StrEnum):
    """What a hint is about."""

    ACRONYM = "acronym"
    LONG_SENTENCE = "long sentence"
    REPEATED = "repeated"
    CLAIM = "claim"
    STOCK_PHRASE = "stock phrase"


@dataclass(frozen=True, slots=True)
class Hint:
    """Something to look at again in `text[start:end]`, which is `words`, and why, in a sentence.

    `fingerprint` is the same as long as the kind and the words are, wherever they stand.
    """

    kind: HintKind
    start: int
    end: int
    words: str
    sentence: str
    fingerprint: str


def hint(kind: HintKind, text: str, start: int, end: int, sentence: str) -> Hint:
    """Return the hint about `text[start:end]`."""
    words = text[start:end]
    told = f"{kind}\n{' '.join(words.casefold().split())}"
    fingerprint = hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:24]
    return Hint(kind, start, end, words, sentence, fingerprint)
