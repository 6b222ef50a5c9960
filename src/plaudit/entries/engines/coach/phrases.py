"""Phrases that judges have read too often to see."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plaudit.entries.engines.coach.hint import Hint, HintKind, hint

_STOCK = {
    r"cutting[- ]edge|state[- ]of[- ]the[- ]art|leading[- ]edge|bleeding[- ]edge": "Say what is new about it.",
    r"ground[- ]?breaking|game[- ]chang(?:er|ers|ing)|pioneering|trail[- ]?blazing": (
        "Say what nobody had done before."
    ),
    r"world[- ]class|world[- ]leading|best[- ]in[- ]class|gold[- ]standard|second to none": (
        "Compare it with something that a judge can check."
    ),
    r"step[- ]change|paradigm shift|sea change|transformational": "Say what is different now.",
    r"passionate about|deeply committed to|strongly believes? in": "Show it by what you did.",
    r"at the heart of everything|puts? (?:patients|people|residents) at the (?:heart|centre)": (
        "Say how people took part, and what they changed."
    ),
    r"going forwards?|moving forwards?|in this space|deep dive|low[- ]hanging fruit|move the needle": (
        "Plain words are stronger."
    ),
    r"synerg(?:y|ies|istic)|leverag(?:e|ed|es|ing)|holistic(?:ally)?|seamless(?:ly)?|robust(?:ly)?": (
        "Say in plain words what you mean."
    ),
    r"(?:truly|very|totally|completely|quite) unique|one[- ]of[- ]a[- ]kind": (
        "Say what sets it apart."
    ),
    r"one[- ]stop[- ]shop|joined[- ]up (?:approach|working)|win[- ]win|hit the ground running": (
        "Say what happens in practice."
    ),
    r"needless to say|it goes without saying|last but not least|in today[’']s (?:world|climate)": (
        "You can leave this out."
    ),
    r"in order to": "“To” says the same, and saves two words.",
}
_PATTERNS = [
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), advice) for words, advice in _STOCK.items()
]


def stock_phrases(text: str) -> Iterator[Hint]:
    """Yield a hint at the first use of each phrase."""
    told: set[str] = set()
    for pattern, advice in _PATTERNS:
        for match in pattern.finditer(text):
            if match[0].casefold() not in told:
                told.add(match[0].casefold())
                yield hint(
                    HintKind.STOCK_PHRASE,
                    text,
                    match.start(),
                    match.end(),
                    f"Judges read “{match[0]}” often. {advice}",
                )
