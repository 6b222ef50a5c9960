"""The words of the coach."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from plaudit.entries.coaching import Coaching
from plaudit.entries.engines.coach import HintKind
from plaudit.entries.engines.guard import Finding

HEADINGS = {
    HintKind.ACRONYM: "Acronyms",
    HintKind.LONG_SENTENCE: "Long sentences",
    HintKind.REPEATED: "Said twice",
    HintKind.CLAIM: "Claims without a figure",
    HintKind.STOCK_PHRASE: "Stock phrases",
}
LONGEST_QUOTE = 160


@dataclass(frozen=True)
class HintLine:
    """A hint on the page. `quote` are the words that it is about, perhaps cut short."""

    fingerprint: str
    quote: str
    sentence: str


@dataclass(frozen=True)
class CoachingPage:
    """`patient` are sentences about words that may identify a patient; they have no button to put them away."""

    patient: list[str]
    groups: list[tuple[str, list[HintLine]]]
    count: int
    dismissed: int
    is_empty: bool


def coaching_page(coaching: Coaching, text: str) -> CoachingPage:
    """Return the page: patients first, then the hints by kind."""
    groups = [
        (
            heading,
            [
                HintLine(hint.fingerprint, quoted(hint.words), hint.sentence)
                for hint in coaching.hints
                if hint.kind == kind
            ],
        )
        for kind, heading in HEADINGS.items()
    ]
    return CoachingPage(
        patient=patient_sentences(coaching.findings),
        groups=[(heading, lines) for heading, lines in groups if lines],
        count=len(coaching.hints),
        dismissed=coaching.dismissed,
        is_empty=not text.strip(),
    )


def hints_as_json(coaching: Coaching, text: str) -> dict[str, Any]:
    """Return the hints for the script; places are counted as scripts count, in units of UTF-16."""
    return {
        "patient": [
            {"sentence": sentence, "start": _units(text, each.start), "end": _units(text, each.end)}
            for each, sentence in zip(
                coaching.findings, patient_sentences(coaching.findings), strict=True
            )
        ],
        "hints": [
            {
                "kind": HEADINGS[hint.kind],
                "sentence": hint.sentence,
                "quote": quoted(hint.words),
                "start": _units(text, hint.start),
                "end": _units(text, hint.end),
                "fingerprint": hint.fingerprint,
            }
            for hint in coaching.hints
        ],
    }


def patient_sentences(findings: Iterable[Finding]) -> list[str]:
    """Return a sentence for each finding of the guard; the words themselves are mostly hidden."""
    return [
        f"“{each.masked}” {each.reason}. Take it out, unless it is nobody’s." for each in findings
    ]


def quoted(words: str) -> str:
    """Return the words on one line, cut short in the middle when they are long."""
    line = " ".join(words.split())
    if len(line) <= LONGEST_QUOTE:
        return line
    half = LONGEST_QUOTE // 2
    head, tail = line[:half].rpartition(" ")[0], line[-half:].partition(" ")[2]
    return f"{head or line[:half]} … {tail or line[-half:]}"


def _units(text: str, place: int) -> int:
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
