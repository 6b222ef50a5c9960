"""Citations of evidence in running text: what counts as one, where it leads, and what leads nowhere.

A citation is `[E1]`, or with a page `[E2 p4]`, `[E2, p. 4]`, `[e2 pp 4-6]`, `[E3 slide 9]`. Several may share a
bracket, `[E1, E3 p2]`, with commas, semicolons or "and" between them; each is then a citation of its own.
Where the number of the page was left out, as in `[E2 p]`, it is the whole piece that is cited.
Anything else in brackets is plain text.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)

_ONE = (
    r"[Ee]\s?(?P<number>\d{1,3})"
    r"(?:\s*,?\s*(?:pages?|pp?\.?|slides?)(?:\s*(?P<page>\d{1,4})(?:\s*[-–—]\s*(?P<last>\d{1,4}))?)?)?"
)
_PLAIN = re.sub(r"\(\?P<\w+>", "(?:", _ONE)
_BRACKET = re.compile(rf"\[\s*{_PLAIN}(?:\s*(?:[,;&]|and)\s*{_PLAIN}){{0,9}}\s*\]")
_CITATION = re.compile(_ONE)


@dataclass(frozen=True, slots=True)
class Citation:
    """`text[start:end]` cites evidence `number`, from `page` to `last_page`; None: the evidence as a whole."""

    start: int
    end: int
    number: int
    page: int | None = None
    last_page: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and the citation that it is, if any. Pieces in a row make up the text again."""

    text: str
    citation: Citation | None = None


class Fault(Enum):
    """Why a citation leads nowhere."""

    NO_EVIDENCE = "no evidence"
    NO_PAGES = "no pages"
    PAST_THE_END = "past the end"


@dataclass(frozen=True, slots=True)
class Dangling(Generic[Key]):
    """A citation in the text called `key` that leads nowhere. `words` are those of the citation."""

    key: Key
    words: str
    citation: Citation
    fault: Fault


@dataclass(frozen=True, slots=True)
class CitationReport(Generic[Key]):
    dangling: list[Dangling[Key]]
    uncited: list[int]


def citations_in(text: str) -> list[Citation]:
    """Return the citations of the text in order. One alone in its bracket takes the bracket with it."""
    return [citation for bracket in _BRACKET.finditer(text) for citation in _of(bracket)]


def _of(bracket: re.Match[str]) -> Iterator[Citation]:
    found = list(_CITATION.finditer(bracket.string, bracket.start(), bracket.end()))
    for one in found:
        start, end = bracket.span() if len(found) == 1 else one.span()
        page, last = (int(one[name]) if one[name] else None for name in ("page", "last"))
        yield Citation(start, end, int(one["number"]), page, last or page)


def marked_text(text: str) -> list[Piece]:
    """Cut the text into pieces, those that are citations among them."""
    pieces: list[Piece] = []
    done = 0
    for citation in citations_in(text):
        if citation.start > done:
            pieces.append(Piece(text[done : citation.start]))
        pieces.append(Piece(text[citation.start : citation.end], citation))
        done = citation.end
    if done < len(text):
        pieces.append(Piece(text[done:]))
    return pieces


def check_citations(
    texts: Mapping[Key, str],
    evidence_numbers: Iterable[int],
    page_counts: Mapping[int, int | None],
) -> CitationReport[Key]:
    """Compare the citations in `texts` with the evidence there is.

    `page_counts` names how many pages a piece has; one that is missing there, or None, has no pages to cite.
    `uncited` are the numbers that no text cites, in order.
    """
    numbers = set(evidence_numbers)
    dangling: list[Dangling[Key]] = []
    cited: set[int] = set()
    for key, text in texts.items():
        for citation in citations_in(text):
            cited.add(citation.number)
            fault = _fault(citation, numbers, page_counts)
            if fault is not None:
                words = text[citation.start : citation.end]
                dangling.append(Dangling(key, words, citation, fault))
    return CitationReport(dangling, sorted(numbers - cited))


def _fault(
    citation: Citation, numbers: set[int], page_counts: Mapping[int, int | None]
) -> Fault | None:
    if citation.number not in numbers:
        return Fault.NO_EVIDENCE
    if citation.page is None:
        return None
    pages = page_counts.get(citation.number)
    if pages is None:
        return Fault.NO_PAGES
    last = max(citation.page, citation.last_page or 0)
    return None if citation.page >= 1 and last <= pages else Fault.PAST_THE_END
