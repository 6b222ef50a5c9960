"""Sentences that are hard to follow because they are long."""

from __future__ import annotations

from collections.abc import Iterator

from plaudit.entries.engines.coach.hint import Hint, HintKind, hint
from plaudit.entries.engines.coach.passages import sentences_in
from plaudit.kit.words import count_words

LONGEST = 30


def long_sentences(text: str) -> Iterator[Hint]:
    """Yield a hint for each sentence of more than 30 words."""
    for sentence in sentences_in(text):
        words = count_words(sentence.words)
        if words > LONGEST:
            yield hint(
                HintKind.LONG_SENTENCE,
                text,
                sentence.start,
                sentence.end,
                f"This sentence has {words} words. Two shorter ones are easier to read at night.",
            )
