"""What changed between two texts, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from plaudit.entries.engines.comparing import changes

_TOKEN = re.compile(r"\S+|\n+")


class Fate(StrEnum):
    """What became of a piece of text."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Piece:
    """A run of words with one fate. `text` has single spaces, and keeps line breaks as "\\n"."""

    fate: Fate
    text: str


def word_differences(before: str, after: str) -> list[Piece]:
    """Return the pieces of both texts in reading order; where words were replaced, the removed come first.

    Compares whole words (`comparing`), so that a changed word reads as one removal and one addition, never as
    a jumble of letters. Runs of spaces make no difference.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    pieces: list[Piece] = []
    kept_from = 0
    for change in changes(old, new):
        pieces.append(Piece(Fate.KEPT, _joined(old[kept_from : change.start])))
        pieces.append(Piece(Fate.REMOVED, _joined(old[change.start : change.end])))
        pieces.append(Piece(Fate.ADDED, _joined(new[change.new_start : change.new_end])))
        kept_from = change.end
    pieces.append(Piece(Fate.KEPT, _joined(old[kept_from:])))
    return [piece for piece in pieces if piece.text]


def shortened(pieces: list[Piece], around: int = 12) -> list[Piece]:
    """Return the pieces with each long kept run cut to `around` words beside what changed, "…" for the rest."""
    last = len(pieces) - 1
    return [
        Piece(piece.fate, _cut(piece.text, around, is_first=place == 0, is_last=place == last))
        if piece.fate == Fate.KEPT
        else piece
        for place, piece in enumerate(pieces)
    ]


def _cut(text: str, around: int, *, is_first: bool, is_last: bool) -> str:
    words = text.split(" ")
    head = 0 if is_first else around
    tail = 0 if is_last else around
    if len(words) <= head + tail + 1:
        return text
    before = " ".join(words[:head])
    after = " ".join(words[len(words) - tail :]) if tail else ""
    return " ".join(part for part in (before, "…", after) if part)


def _joined(tokens: list[str]) -> str:
    return re.sub(r" ?(\n+) ?", r"\1", " ".join(tokens))
