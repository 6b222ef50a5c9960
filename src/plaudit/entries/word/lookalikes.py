"""Questions of the form that somebody worded anew, in a file that no longer says which lines are the form's.

Such a line stands first under its heading and shares most of its words with a prompt. It is told apart, never
dropped: whoever reviews the file sees it and may copy it back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

ALIKE = 0.6  # of the words of either, that the other has too
FEWEST_WORDS = 4
_WORD = re.compile(r"[^\W_]+")


def without_lookalikes(lines: Sequence[str], prompts: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the lines of an answer without those at its beginning that look like a prompt, and these."""
    asked = [_words(prompt) for prompt in prompts]
    left: list[str] = []
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        if not any(_are_alike(_words(line), prompt) for prompt in asked):
            return list(lines[number:]), left
        left.append(line.strip())
    return [], left


def _are_alike(one: set[str], other: set[str]) -> bool:
    shared = len(one & other)
    return min(len(one), len(other)) >= FEWEST_WORDS and shared >= ALIKE * max(len(one), len(other))


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}
