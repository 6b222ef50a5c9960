"""Where two rows of words differ, found in bounded time whatever they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

MOST_ALIKE = 100_000  # pairs of like words: about a second at worst; prose of 2,000 words against itself has 25,000


@dataclass(frozen=True, slots=True)
class Change:
    """Words `start` to `end` of the old row become `new_start` to `new_end` of the new one."""

    start: int
    end: int
    new_start: int
    new_end: int


def changes(
    old: Sequence[str], new: Sequence[str], is_filling: Callable[[str], bool] | None = None
) -> list[Change]:
    """Return the changes that make `new` of `old`, in order; what lies between them is alike.

    Words are matched by Ratcliff and Obershelp's method (`difflib`), which takes minutes over two thousand
    words of which all are one of two. Rows with so many like words are one change from the first word that
    differs to the last. `is_filling` says which words, such as white space, are no reason for a match.
    """
    front = _alike(old, new)
    back = min(_alike(old[::-1], new[::-1]), len(old) - front, len(new) - front)
    before, after = old[front : len(old) - back], new[front : len(new) - back]
    if not before and not after:
        return []
    if _pairs(before, after, is_filling) > MOST_ALIKE:
        return [Change(front, front + len(before), front, front + len(after))]
    matcher = SequenceMatcher(is_filling, before, after, autojunk=False)
    return [
        Change(front + start, front + end, front + new_start, front + new_end)
        for tag, start, end, new_start, new_end in matcher.get_opcodes()
        if tag != "equal"
    ]


def _pairs(old: Sequence[str], new: Sequence[str], is_filling: Callable[[str], bool] | None) -> int:
    """Return how many pairs of a word here and the same word there the comparison has to look at."""
    there = Counter(new)
    return sum(
        times * there[word]
        for word, times in Counter(old).items()
        if is_filling is None or not is_filling(word)
    )


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words the two begin with alike."""
    for count, (mine, theirs) in enumerate(zip(one, other, strict=False)):
        if mine != theirs:
            return count
    return min(len(one), len(other))
