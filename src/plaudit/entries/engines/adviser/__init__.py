"""Which categories are closest to a project, and why. Pure.

Okapi BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, section
3.2; k1 = 1.2, b = 0.75, the inverse document frequency with 1 added inside the logarithm so that it is never
negative) over each category's name, counted three times, its introduction and its prompts. The project's title
counts twice. Words are cut to a stem by a short list of English endings.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from plaudit.entries.engines.adviser.words import stems_in, stems_of

K1 = 1.2
B = 0.75
MOST_REASONS = 5


@dataclass(frozen=True, slots=True)
class Described:
    """A category by what it says of itself. `key` is the caller's."""

    key: str
    name: str
    introduction: str = ""
    prompts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """How close a category is. `words` are the project's own that it shares, the telling ones first.

    `closeness` is the share of the best category's score; `prompt` is the prompt that shares most, or "".
    """

    key: str
    score: float
    closeness: float
    words: tuple[str, ...]
    prompt: str


def closest(title: str, summary: str, categories: Sequence[Described]) -> list[Advice]:
    """Return the categories that share a word with the project, the closest first; ties in the order given."""
    asked = Counter(stems_of(title)) + Counter(stems_of(title)) + Counter(stems_of(summary))
    counted = [Counter(_document(each)) for each in categories]
    frequency = Counter(stem for each in counted for stem in each)
    average = sum(sum(each.values()) for each in counted) / max(len(counted), 1) or 1.0
    found = []
    for described, own in zip(categories, counted, strict=True):
        gains = {
            stem: math.sqrt(weight)
            * _inverse_frequency(frequency[stem], len(counted))
            * _saturated(own[stem], sum(own.values()) / average)
            for stem, weight in asked.items()
            if own[stem]
        }
        if gains:
            found.append((sum(gains.values()), described, gains))
    found.sort(key=lambda each: -each[0])
    best = found[0][0] if found else 1.0
    spelt = stems_in(f"{title} {summary}")
    return [
        Advice(
            key=described.key,
            score=score,
            closeness=score / best,
            words=_reasons(gains, spelt),
            prompt=_prompt(described, gains),
        )
        for score, described, gains in found
    ]


def _document(described: Described) -> list[str]:
    return [
        *stems_of(described.name) * 3,
        *stems_of(described.introduction),
        *(stem for prompt in described.prompts for stem in stems_of(prompt)),
    ]


def _inverse_frequency(holding: int, documents: int) -> float:
    return math.log(1 + (documents - holding + 0.5) / (holding + 0.5))


def _saturated(times: int, relative_length: float) -> float:
    return times * (K1 + 1) / (times + K1 * (1 - B + B * relative_length))


def _reasons(gains: dict[str, float], spelt: dict[str, str]) -> tuple[str, ...]:
    telling = sorted(gains, key=lambda stem: -gains[stem])
    return tuple(spelt[stem] for stem in telling[:MOST_REASONS])


def _prompt(described: Described, gains: dict[str, float]) -> str:
    """Return the prompt that holds the most telling of the shared words, when it holds two of them."""
    weighed = [
        (sum(gains[stem] for stem in shared), prompt)
        for prompt in described.prompts
        if len(shared := set(stems_of(prompt)) & set(gains)) > 1
    ]
    return max(weighed, key=lambda each: each[0])[1] if weighed else ""
