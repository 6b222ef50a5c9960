"""Which lines of hard-wrapped text (an email, a PDF copy) continue the line before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_ENDS_SENTENCE = re.compile(r"[.?!:;]['\"”’)\]]*$")
MAX_LINES = 5_000
_KEY = re.compile(r"^[A-Z][\w /&-]{1,28}:\s")
_ENDS_MEASURE = re.compile(
    r"\d\s*(?:%|words?|marks?|points?)\s*(?:max(?:imum)?)?[)\]][*_]*\s*$", re.IGNORECASE
)
_FRAGMENT = re.compile(r"^\s*(?:who|what|how|why|where|when|which|whether)\b")
"""How each line of a list begins that has lost its bullets, below "Tell us:"."""
_COLUMNS = re.compile(r"\S {4,}\S")
"""Text set in columns, such as a page's running head, is wider than the text around it."""

_COMPOUND_STARTS = frozenset(
    [
        "long",
        "short",
        "well",
        "high",
        "low",
        "cost",
        "self",
        "co",
        "non",
        "multi",
        "cross",
        "joined",
        "person",
        "patient",
        "evidence",
        "value",
        "place",
        "pre",
        "post",
        "sub",
        "inter",
        "re",
        "anti",
        "semi",
        "half",
        "part",
        "full",
        "first",
        "second",
        "third",
        "two",
        "three",
        "four",
        "five",
        "six",
        "one",
        "year",
        "end",
        "on",
        "off",
        "in",
        "up",
        "out",
        "data",
        "user",
        "front",
        "large",
        "small",
        "medium",
        "old",
        "new",
        "same",
        "real",
        "decision",
        "problem",
        "world",
        "third-party",
        "community",
    ]
)


def wrap_width(lines: Sequence[str]) -> int | None:
    """The width a text was wrapped at, in characters, or None when it was not wrapped.

    In wrapped text several of the longest lines break off in mid-sentence.
    """
    lines = lines[:MAX_LINES]
    lengths = sorted(
        len(line.rstrip()) for line in lines if line.strip() and not _COLUMNS.search(line.strip())
    )
    if len(lengths) < 3:
        return None
    widest = lengths[-1]
    if widest > 130 or widest < 50:
        return None
    full = [i for i, line in enumerate(lines[:-1]) if widest * 0.75 <= len(line.rstrip()) <= widest]
    broken = sum(1 for i in full if _is_broken(lines[i], lines[i + 1]))
    return widest if broken >= 2 and broken * 4 >= len(full) else None


def _is_broken(line: str, following: str) -> bool:
    """Whether a sentence clearly runs over the line end."""
    text = following.lstrip(" >")
    return bool(text) and text[0].islower() and not _ENDS_SENTENCE.search(line.rstrip())


def continues(
    previous: str,
    current: str,
    *,
    width: int | None,
    is_list_item: bool,
    indent: int,
    text_indent: int,
) -> bool:
    """Whether `current` goes on with the sentence that `previous` began.

    `indent` is the current line's; `text_indent` is where the previous block's own text starts.
    """
    if _KEY.match(current) and (
        _ENDS_SENTENCE.search(previous.rstrip()) or current.split(":", maxsplit=1)[0].isupper()
    ):
        return False
    if _ENDS_MEASURE.search(previous) and not current[0].islower():
        return False
    if _FRAGMENT.match(previous) and _FRAGMENT.match(current) and width is None:
        return False
    ended = bool(_ENDS_SENTENCE.search(previous.rstrip()))
    first_word = current.split(maxsplit=1)[0]
    if width is not None:
        would_fit = len(previous.rstrip()) + 1 + len(first_word) <= width
        if not would_fit:
            return not ended or not previous.rstrip().endswith(":")
        if is_list_item and indent >= text_indent > 0 and not ended:
            return True
        return not ended and current[0].islower() and len(previous) > width * 0.5
    if is_list_item and indent >= text_indent > 0 and not ended:
        return True
    return not ended and current[0].islower() and len(previous.strip()) >= 35


def join(previous: str, current: str, vocabulary: Counter[str]) -> str:
    """The two lines as one; a word broken over the line end is mended when the page shows it whole."""
    match = re.search(r"([A-Za-z]+)-$", previous[-40:])
    if not match or not current[:1].islower():
        return f"{previous} {current}"
    tail = re.match(r"[a-z]+", current)
    whole = (match[1] + (tail[0] if tail else "")).lower()
    keeps_hyphen = not vocabulary[whole] and (
        match[1].lower() in _COMPOUND_STARTS or vocabulary[match[1].lower()] > 1
    )
    return f"{previous}{current}" if keeps_hyphen else f"{previous[:-1]}{current}"
