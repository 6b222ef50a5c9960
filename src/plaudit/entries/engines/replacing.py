"""Which words of a text were replaced by which, so that two people's changes can be joined word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plaudit.entries.engines.comparing import Change, changes

_TOKEN = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True)
class Replacement:
    """`text` in the place of `old[start:end]`: whole words and whole runs of white space, never part of one."""

    start: int
    end: int
    text: str


def replacements(old: str, new: str) -> list[Replacement]:
    """Return the replacements that make `new` of `old`, in the order of the text.

    Words are matched as in `comparing`. A few words that stayed between two longer changes count as changed with
    them: who rewrites a sentence replaces it whole, not around each "the".
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    places = [0]
    for token in before:
        places.append(places[-1] + len(token))
    return [
        Replacement(
            places[change.start],
            places[change.end],
            "".join(after[change.new_start : change.new_end]),
        )
        for change in _without_islands(changes(before, after, str.isspace), before)
    ]


def glued_at(text: str, places: Iterable[int]) -> list[int]:
    """Return those of the places, the last first, where a word runs into another without white space."""
    return [
        place
        for place in sorted(set(places), reverse=True)
        if 0 < place < len(text) and not (text[place - 1].isspace() or text[place].isspace())
    ]


def _without_islands(found: list[Change], before: list[str]) -> list[Change]:
    """Join changes that have no more words between them than either of them changes."""
    joined: list[Change] = []
    for each in found:
        change = each
        while joined and _words(before[joined[-1].end : change.start]) <= min(
            _size(joined[-1]), _size(change)
        ):
            last = joined.pop()
            change = Change(last.start, change.end, last.new_start, change.new_end)
        joined.append(change)
    return joined


def _size(change: Change) -> int:
    """Return how many words the change replaces or puts in, of which about half the tokens are white space."""
    return (max(change.end - change.start, change.new_end - change.new_start) + 1) // 2


def _words(tokens: list[str]) -> int:
    return sum(not token.isspace() for token in tokens)
