"""Claims of a change, in a section on outcomes, that come with neither a number nor evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plaudit.entries.engines.coach.hint import Hint, HintKind, hint
from plaudit.entries.engines.coach.passages import sentences_in

_OUTCOMES = re.compile(
    r"\b(?:outcomes?|impacts?|results?|benefits?|achievements?|effectiveness|improvements?)\b",
    re.IGNORECASE,
)
_CLAIM = re.compile(
    r"\b(?:improv(?:ed|es|ement|ements)|reduc(?:ed|es|tion|tions)|increas(?:ed|es)|decreas(?:ed|es)|"
    r"fell|fallen|rose|risen|dropped|grew|grown|saved|savings|faster|quicker|safer|happier|healthier|"
    r"fewer|better|less likely|more likely|shorter waits?|transformed|significant(?:ly)?|dramatic(?:ally)?|"
    r"substantial(?:ly)?|successful(?:ly)?|positive(?:ly)? (?:feedback|impact|effect|outcome|outcomes))\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d|£|%|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|hundred|thousand|million|half|halved|third|quarter|doubled|trebled|"
    r"tripled|twice|none|all|nobody|zero|once|per cent)\b",
    re.IGNORECASE,
)


def is_about_outcomes(name: str, prompts: Iterable[str] = ()) -> bool:
    """Whether a criterion asks what came of the work: by its name, or by most of its prompts."""
    if _OUTCOMES.search(name):
        return True
    asked = list(prompts)
    return bool(asked) and sum(bool(_OUTCOMES.search(each)) for each in asked) * 2 > len(asked)


def unproved_claims(text: str) -> Iterator[Hint]:
    """Yield a hint for each sentence that claims a change with no figure and no citation such as [E1]."""
    for sentence in sentences_in(text):
        claim = _CLAIM.search(sentence.words)
        if claim is None or _NUMBER.search(sentence.words):
            continue
        yield hint(
            HintKind.CLAIM,
            text,
            sentence.start,
            sentence.end,
            f"“{claim[0]}”: by how much, and since when? Give a figure or cite evidence, such as [E1].",
        )
