"""Which answer of an earlier entry belongs to which criterion now: by name, the same or nearly so. Pure."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from typing import TypeVar

Old = TypeVar("Old", bound=Hashable)
New = TypeVar("New", bound=Hashable)

ALIKE = 0.6
_WORD = re.compile(r"[^\W_]+")
_LITTLE = frozenset({"a", "an", "and", "for", "in", "of", "on", "or", "the", "to", "with", "your"})


def matched(earlier: Mapping[Old, str], asked: Mapping[New, str]) -> dict[New, Old]:
    """Return, for each criterion asked now, the earlier one that it takes after; each is used once.

    Names that are the same (but for case, punctuation and little words) go first; then the pair whose words
    agree most (Jaccard index, at least 0.6), and so on; the rest have no match.
    """
    pairs = sorted(
        (
            (-likeness, place, before, old, new)
            for place, (new, name) in enumerate(asked.items())
            for before, (old, other) in enumerate(earlier.items())
            if (likeness := _likeness(name, other)) >= ALIKE
        ),
        key=lambda pair: pair[:3],
    )
    found: dict[New, Old] = {}
    for _, _, _, old, new in pairs:
        if new not in found and old not in found.values():
            found[new] = old
    return found


def _likeness(one: str, other: str) -> float:
    ours, theirs = _words(one), _words(other)
    if not ours or not theirs:
        return 0.0
    return len(ours & theirs) / len(ours | theirs)


def _words(name: str) -> frozenset[str]:
    words = (match[0].casefold() for match in _WORD.finditer(name.replace("&", " and ")))
    return frozenset(word.rstrip("s") for word in words if word not in _LITTLE)
