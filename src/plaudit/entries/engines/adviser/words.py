"""Words cut to stems, those that tell nothing left out."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]{3,}")
_ENDINGS = (
    "ations", "ation", "ments", "ment", "nesses", "ness", "ships", "ship", "ities", "ity", "ings", "ing",
    "ively", "ives", "ive", "ions", "ion", "ies", "ied", "ers", "er", "ed", "es", "ly", "al", "s", "y", "e",
)  # fmt: skip
_SHORTEST = 3
_COMMON = (
    "a about across after all also an and any are around as at award awards be because been before being best "
    "between both but by can category could did do does down each enter entrants entries entry even every for "
    "from further get give had has have how if in include including into is it its judges just like made make "
    "many may more most much must need new not of off on one only or organisation organisations other our out "
    "over own part people please project projects recognise recognises same section set shall should show shown "
    "so some such team teams than that the their them then there these they this those through time to two up "
    "upon us use used using very was way we were what when where which while who whole whose why will with "
    "within work worked working would year years you your four five six seven eight nine ten three hundred thousand"
)
TELLS_NOTHING = frozenset(_COMMON.split())


def stems_of(text: str) -> list[str]:
    """Return the stems of the text's telling words, in order."""
    words = (match[0].casefold() for match in _WORD.finditer(text))
    return [stem(word) for word in words if word not in TELLS_NOTHING]


def stems_in(text: str) -> dict[str, str]:
    """Return, for each stem, the word that the text first uses for it."""
    found: dict[str, str] = {}
    for match in _WORD.finditer(text):
        word = match[0].casefold()
        if word not in TELLS_NOTHING:
            found.setdefault(stem(word), match[0] if match[0].isupper() else word)
    return found


def stem(word: str) -> str:
    """Return the word without its ending: "partnership", "partners" and "partnered" all give "partn"."""
    before = ""
    while before != word:
        before = word
        word = _cut(word)
    return word


def _cut(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word
