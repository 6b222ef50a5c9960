"""How alike two entries are, so that two teams of one organisation find out that they write up one project.

Each text becomes the set of its words of four letters or more, cut to their first six letters as a crude stem;
likeness is the share of words in common of the shorter text (the overlap, or Szymkiewicz–Simpson, coefficient),
the title's words counted twice. Texts with fewer than three such words are like nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

LIKELY = 0.55
FEWEST_WORDS = 3
STEM = 6
COMMON = frozenset(
    re.findall(
        r"\S+",
        """
        about across after also been being better care community from have health help improve improving into
        local make more people patient patients project projects service services staff team teams that their
        them they this through time were what when where which with work working years your
        """,
    )
)
_WORD = re.compile(r"[^\W\d_]{4,}")

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Described(Generic[K]):
    """An entry by its key, title and summary."""

    key: K
    title: str
    summary: str


@dataclass(frozen=True)
class Pair(Generic[K]):
    """Two entries that are likely one project; `likeness` is from 0 to 1."""

    one: K
    other: K
    likeness: float


def likely_duplicates(entries: Sequence[Described[K]], least: float = LIKELY) -> list[Pair[K]]:
    """Return the pairs that are at least so alike, most alike first."""
    weighed = [(each.key, _weights(each)) for each in entries]
    pairs = [
        Pair(one, other, likeness)
        for place, (one, weights) in enumerate(weighed)
        for other, others in weighed[place + 1 :]
        if (likeness := _likeness(weights, others)) >= least
    ]
    return sorted(pairs, key=lambda pair: -pair.likeness)


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    if min(len(one), len(other)) < FEWEST_WORDS:
        return 0.0
    return (one & other).total() / min(one.total(), other.total())


def _weights(entry: Described[K]) -> Counter[str]:
    weights = Counter(_stems(entry.summary))
    weights.update(dict.fromkeys(_stems(entry.title), 2))
    return weights


def _stems(text: str) -> set[str]:
    return {
        word[:STEM] for found in _WORD.findall(text) if (word := found.casefold()) not in COMMON
    }
