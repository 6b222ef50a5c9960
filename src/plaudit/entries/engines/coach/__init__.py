"""The coach: quiet hints about an answer's wording. Local, pure, and never a judgement of the project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain, islice

from plaudit.entries.engines.coach.acronyms import undefined_acronyms
from plaudit.entries.engines.coach.claims import is_about_outcomes, unproved_claims
from plaudit.entries.engines.coach.hint import Hint, HintKind
from plaudit.entries.engines.coach.phrases import stock_phrases
from plaudit.entries.engines.coach.repeats import repeated_passages
from plaudit.entries.engines.coach.sentences import long_sentences

__all__ = ["Hint", "HintKind", "hints_on", "is_about_outcomes"]

MOST_OF_A_KIND = 12
LONGEST_READ = 30_000


def hints_on(
    text: str,
    *,
    earlier: Iterable[str] = (),
    others: Mapping[str, str] | None = None,
    is_outcomes: bool = False,
) -> list[Hint]:
    """Return what to look at again in the text, in its order; at most twelve hints of a kind, one of each fingerprint.

    `earlier` are the texts that judges read before this one: an acronym explained there is known here.
    `others` are the entry's other answers by name, for passages said twice. `is_outcomes`: claims are looked
    at as well. Only the first 30,000 characters of the text are read.
    """
    text = text[:LONGEST_READ]
    kinds = [
        undefined_acronyms(text, earlier),
        long_sentences(text),
        repeated_passages(text, others),
        unproved_claims(text) if is_outcomes else iter(()),
        stock_phrases(text),
    ]
    found: dict[str, Hint] = {}
    for each in chain.from_iterable(islice(hints, MOST_OF_A_KIND) for hints in kinds):
        found.setdefault(each.fingerprint, each)
    return sorted(found.values(), key=lambda each: (each.start, each.end))
