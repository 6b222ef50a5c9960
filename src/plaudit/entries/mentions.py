"""Who is spoken to in a comment: "@" and a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

K = TypeVar("K")

_WORD_AFTER = re.compile(r"\w")


def mentioned_in(text: str, names: Mapping[K, str]) -> set[K]:
    """Return the keys of the people whose whole name, or first name if nobody shares it, follows an "@".

    `names` are those who can be spoken to. Case makes no difference. "@Ann" is not found in "@Anna".
    """
    folded = {key: " ".join(name.split()).casefold() for key, name in names.items() if name.strip()}
    spoken = _spoken_names(folded)
    text = " ".join(text.split()).casefold()
    found: set[K] = set()
    for start in (match.end() for match in re.finditer("@", text)):
        for name in sorted(spoken, key=len, reverse=True):
            after = text[start + len(name) : start + len(name) + 1]
            if text.startswith(name, start) and not _WORD_AFTER.match(after):
                found.add(spoken[name])
                break
    return found


def _spoken_names(names: Mapping[K, str]) -> dict[str, K]:
    """Return each name by which exactly one person goes."""
    firsts = [name.split()[0] for name in names.values()]
    wholes = list(names.values())
    spoken: dict[str, K] = {}
    for key, name in names.items():
        if wholes.count(name) == 1:
            spoken[name] = key
        first = name.split()[0]
        if firsts.count(first) == 1:
            spoken.setdefault(first, key)
    return spoken


def offered_names(names: Iterable[str]) -> list[str]:
    """Return the whole names that one person alone goes by, in order: "@" and one of them finds that person."""
    spoken = [" ".join(name.split()) for name in names if name.strip()]
    folded = [name.casefold() for name in spoken]
    return [name for name in spoken if folded.count(name.casefold()) == 1]
