"""Words and sentences with their places in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:[’'\-.,&/][^\W_]+)*")
_END = re.compile(r"[.!?…]+[\"'’”)\]]*(?=\s|$)|\n+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|cf|vs|approx|no|dr|mr|mrs|ms|prof|st|dept|fig|p|pp)|\b[A-Z])\.$",
    re.IGNORECASE,
)
_ALWAYS = re.compile(r"\b(?:e\.g|i\.e|Dr|Mr|Mrs|Ms|Prof)\.$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text."""

    start: int
    end: int
    words: str


def words_in(text: str) -> Iterator[Passage]:
    """Yield the words of the text; one with a hyphen or an apostrophe inside is one word."""
    for match in _WORD.finditer(text):
        yield Passage(match.start(), match.end(), match[0])


def sentences_in(text: str) -> Iterator[Passage]:
    """Yield the sentences. A line's end ends one; the full stop of a common abbreviation does not."""
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        if match[0] == "." and _is_abbreviation(text, max(start, end - 12), end):
            continue
        yield from _trimmed(text, start, end)
        start = end
    yield from _trimmed(text, start, len(text))


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    """Whether the full stop before `end` ends no sentence: after a title, or where the next word goes on small."""
    before = text[start:end]
    if _ALWAYS.search(before):
        return True
    return bool(_ABBREVIATION.search(before)) and text[end : end + 2].strip()[:1].islower()


def _trimmed(text: str, start: int, end: int) -> Iterator[Passage]:
    piece = text[start:end]
    words = piece.strip()
    if words:
        first = start + len(piece) - len(piece.lstrip())
        yield Passage(first, first + len(words), words)
