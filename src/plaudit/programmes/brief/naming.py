"""Which line of a page with one category is the category's name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from plaudit.programmes.brief.block import NUMBERED, Block
from plaudit.programmes.brief.cleaning import same_text_key
from plaudit.programmes.brief.measures import take_measures
from plaudit.programmes.brief.signals.contact_details import has_contact_details
from plaudit.programmes.brief.signals.names import (
    category_name,
    is_badge,
    is_button,
    is_cheer,
    is_numbered_category,
    names_award,
    names_programme,
)
from plaudit.programmes.brief.signals.roles import Role, role_of_heading
from plaudit.programmes.brief.signals.shapes import furniture_line
from plaudit.programmes.brief.signals.wording import asks, is_label

_TOLD = re.compile(
    r"(?:The )?((?:[A-Z][\w'’&-]* ){1,7}?(?:Award|Prize|Medal|Trophy)(?: for "
    r"(?:[A-Z][\w'’-]*|and|in|of|the| )+)?)\b (?:is|are|was|celebrates|recognises|"
    r"honours|goes|will|rewards)\b"
)
_OPENING_BLOCKS = 60


def find_name(blocks: Sequence[Block], page_title: str = "") -> Block | None:
    """The block that names the category, or None when no line could be a name."""
    counts = Counter(
        same_text_key(category_name(block.text)) for block in blocks if len(block.text) < 120
    )
    best: tuple[float, Block] | None = None
    headings_seen = 0
    is_inside = False
    for position, block in enumerate(blocks[:_OPENING_BLOCKS]):
        if block.is_item and asks(block.text):
            break
        is_inside = is_inside or (best is not None and _opens_body(block))
        if not _may_be_name(block):
            continue
        score = _score(block, counts, page_title) + (
            1.5 if not headings_seen and block.is_marked_up else 0
        )
        score -= (0 if position < 6 else 1) + (2 if is_inside else 0)
        headings_seen += block.is_heading
        if score > 0 and (
            best is None or score > best[0] or (score == best[0] and headings_seen <= 2)
        ):
            best = (score, block)
    return best[1] if best else _stands_first(blocks)


def _opens_body(block: Block) -> bool:
    """Whether a heading over the eligibility or the criteria has come, and so the name has gone before."""
    return (
        block.is_heading
        and len(block.text.split()) <= 8
        and role_of_heading(block.text) in (Role.ELIGIBILITY, Role.CRITERIA)
    )


def name_in_prose(blocks: Sequence[Block]) -> str:
    """A name told in the first sentence ("The Thistledown Prize is awarded …"), or an empty string."""
    for block in blocks[:3]:
        if match := _TOLD.match(block.text):
            return match[1]
    return ""


def _may_be_name(block: Block) -> bool:
    text = block.text
    if block.is_heading and _measures_criterion(block):
        return is_numbered_category(text)
    if (
        block.is_item
        or block.notes
        or is_badge(text)
        or is_cheer(text)
        or has_contact_details(text)
    ):
        return False
    if is_numbered_category(text):
        return len(text) < 140
    if (furniture_line(text) and not names_award(text)) or (
        is_button(text) and not block.is_marked_up
    ):
        return False
    return role_of_heading(text) is Role.UNKNOWN and (
        is_label(text, words=14) or (block.is_marked_up and block.level <= 2 and len(text) < 100)
    )


def _measures_criterion(block: Block) -> bool:
    """Whether a heading has a weight, is not scored, or is a numbered one with a limit: a criterion's."""
    found = take_measures(block.text)
    is_numbered = block.level == NUMBERED and found.holds_a_measure
    return found.weight is not None or not found.is_scored or is_numbered


def _stands_first(blocks: Sequence[Block]) -> Block | None:
    """The page's first line, when it stands alone and reads as a title, for want of a better name."""
    first = blocks[0] if blocks else None
    if first is None or not first.is_paragraph or not _may_be_name(first):
        return None
    if len(blocks) < 2 or blocks[1].is_item or len(first.text.split()) > 8:
        return None
    return None if names_programme(first.text) else first


def _score(block: Block, counts: Counter[str], page_title: str) -> float:
    text = block.text
    key = same_text_key(category_name(text))
    score = 6.0 if is_numbered_category(text) and key != same_text_key(text) else 0.0
    if block.is_heading:
        score += {1: 4, 2: 2}.get(block.level, 1) if block.is_marked_up else 1
    score += 3 if names_award(text) else 0
    score -= 4 if names_programme(text) and not is_numbered_category(text) else 0
    score += min(counts[key] - 1, 3)
    score += 2 if key and key in same_text_key(page_title) else 0
    return score
