"""Headings that could be a criterion's or the site's ("Team", "Partners"): their neighbours decide."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plaudit.programmes.brief.block import RUN_IN, Block
from plaudit.programmes.brief.outline import Passage
from plaudit.programmes.brief.signals.contact_details import has_contact_details
from plaudit.programmes.brief.signals.roles import Role
from plaudit.programmes.brief.signals.shapes import furniture_line
from plaudit.programmes.brief.signals.wording import is_capitals

_DOUBTFUL = (Role.FURNITURE, Role.CONTACT, Role.INTRODUCTION)
_NEVER_CRITERIA = re.compile(
    r"how (?:to|do|can)\b.*|faqs?|frequently asked.*|.*\b(?:tips|hints|advice|terms|rules|cookies?|privacy|"
    r"deadlines?|dates?|fees?|categories|winners?|shortlists?|ask(?:ed)?|enter|apply|nominate)\b.*|"
    r"why\b.*|reasons\b.*|what happens.*|before you.*|.*\bcontact\b.*|score?ing .*|"
    r"(?:any |got |have |more )*(?:questions|queries)\b.*",
    re.IGNORECASE,
)


def settle_doubtful(passages: Sequence[Passage]) -> None:
    """Takes a passage for a possible criterion when it asks something and stands in a row of passages that do."""
    frame: Passage | None = None
    for index, passage in enumerate(passages):
        if passage.role is Role.CRITERIA:
            frame = passage
        elif frame is not None and passage.level <= frame.level:
            frame = None
        if _is_doubtful(passage) and (
            _lies_under(passage, frame)
            or any(_is_like(passage, other) for other in _neighbours(passages, index))
        ):
            passage.role = Role.UNKNOWN


def _lies_under(passage: Passage, frame: Passage | None) -> bool:
    """Whether a real heading lies one level or more under the heading over the criteria."""
    return (
        frame is not None
        and frame.heading is not None
        and passage.heading is not None
        and frame.heading.is_marked_up
        and passage.heading.is_marked_up
    )


def _is_doubtful(passage: Passage) -> bool:
    heading = passage.heading
    if heading is None or passage.role not in _DOUBTFUL or not passage.body:
        return False
    if len(heading.text.split()) > 5 or _NEVER_CRITERIA.fullmatch(heading.text.strip(" :?!")):
        return False
    first = passage.body[0].text
    if has_contact_details(first) or furniture_line(first):
        return False
    return passage.asks_something()


def _neighbours(passages: Sequence[Passage], index: int) -> list[Passage]:
    """The passages beside this one, looking past others that are as doubtful."""
    found = []
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(passages) and abs(at - index) <= 4 and _is_doubtful(passages[at]):
            at += step
        if 0 <= at < len(passages):
            found.append(passages[at])
    return found


def _looks_alike(heading: Block, other: Block) -> bool:
    """Whether two headings have one rank; unmarked ones of known words rank apart but look the same."""
    if heading.level == other.level:
        return True
    if heading.is_marked_up or other.is_marked_up or RUN_IN in (heading.level, other.level):
        return False
    return heading.is_bold == other.is_bold and is_capitals(heading.text) == is_capitals(other.text)


def _is_like(passage: Passage, other: Passage) -> bool:
    """Whether the other passage is a criterion at the same level, with a list where this one has a list."""
    if other.role not in (Role.UNKNOWN, Role.CRITERION) or other.heading is None:
        return False
    if passage.heading is None or not _looks_alike(passage.heading, other.heading):
        return False
    has_list = any(block.is_item for block in passage.body)
    return other.asks_something() and has_list == any(block.is_item for block in other.body)
