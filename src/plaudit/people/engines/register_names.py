"""Names that a register keeps in capitals, written as people write them."""

from __future__ import annotations

import re

SMALL = frozenset({"and", "at", "by", "for", "in", "of", "on", "the", "to", "upon", "with"})
CAPITALS = frozenset(
    {
        "ABC", "BMI", "CCG", "CIC", "CIO", "CLCH", "GP", "GPS", "ICB", "ICS", "IOW", "IT", "LLP", "LTD", "NHS",
        "PCN", "PCT", "PLC", "STP", "UK", "UKHSA", "II", "III", "IV",
    }
)  # fmt: skip
SPELT = {"LTD": "Ltd"}
WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’])*")


def in_case(name: str) -> str:
    """Return "Leeds and York Partnership NHS Foundation Trust" for the same in capitals.

    A name with small letters is returned as it is.
    """
    if name != name.upper():
        return name
    return WORD.sub(lambda found: _word(found[0], is_first=found.start() == 0), name)


def _word(word: str, *, is_first: bool) -> str:
    if word in SPELT:
        return SPELT[word]
    if word in CAPITALS:
        return word
    if word.casefold() in SMALL and not is_first:
        return word.casefold()
    head, mark, tail = word.partition("'")
    if mark and len(head) == 1:
        return f"{head}{mark}{tail.capitalize()}"
    return word.capitalize()
