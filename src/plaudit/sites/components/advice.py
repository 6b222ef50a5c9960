"""The category adviser's words: which categories are close to a project, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.text import get_text_list

from plaudit.entries.engines.adviser import Advice
from plaudit.entries.engines.adviser.words import stem, stems_of
from plaudit.programmes.models import Category

MOST = 5
FAR = 0.35
FEWEST_WORDS = 2


@dataclass(frozen=True)
class AdviceLine:
    """A category that is close. `fit` says how close; `reason` names the words that it shares."""

    name: str
    href: str
    purpose: str
    fit: str
    reason: str
    prompt: str


def advice_lines(
    advice: Iterable[tuple[Category, Advice]], address: Callable[[Category], str]
) -> list[AdviceLine]:
    """Return the closest five, leaving out those far behind the first and those that share too little."""
    return [
        AdviceLine(
            name=category.name,
            href=address(category),
            purpose=category.purpose,
            fit="Closest" if said.closeness == 1 else "Close" if said.closeness > 2 * FAR else "",
            reason=f"It shares {get_text_list([f'“{word}”' for word in said.words], 'and')}.",
            prompt=said.prompt,
        )
        for category, said in list(advice)[:MOST]
        if said.closeness >= FAR and _is_telling(category, said)
    ]


def _is_telling(category: Category, said: Advice) -> bool:
    """Whether two words are shared, or one that stands in the category's name."""
    shared = {stem(word.casefold()) for word in said.words}
    return len(shared) >= FEWEST_WORDS or not shared.isdisjoint(stems_of(category.name))
