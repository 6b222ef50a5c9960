"""What a past winner or a judge said: quoted speech, which asks nothing of entrants."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plaudit.programmes.brief.block import Block
from plaudit.programmes.brief.signals.contact_details import has_contact_details

_OPENS = re.compile(r"^[“\"«„‘']\s*\w")
_QUOTED = re.compile(
    r"^[“\"«„](?P<said>[^”\"»]{20,})[”\"»][.,]?\s*(?P<by>(?:[–—~-]|,|\().{3,120})?$"
)
_QUOTED_SINGLE = re.compile(r"^[‘'](?P<said>.{20,})[’'][.,]?\s*(?P<by>(?:[–—~-]|\().{3,120})$")
_PERSONAL = re.compile(r"\b(?:I|we|our|us|my|me|we're|we’ve|I'm|I’m)\b")
_BY = re.compile(
    r"^(?:[–—~-]\s*)?[A-Z][\w'’.-]+(?: [\w'’.&-]+){1,3}(?:,| [–—|-] |\s*\().{2,100}$|^[–—~-]\s*[A-Z].{3,100}$"
)
_REASON = "what somebody said"


def without_quotations(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, quoted speech and the line that says whose it is marked as no part of the brief."""
    result: list[Block] = []
    is_after_quote = False
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if block.furniture or block.is_heading:
            is_after_quote = False
            result.append(block)
        elif _is_quotation(block, following) or (is_after_quote and _tells_by_whom(block)):
            is_after_quote = not is_after_quote
            result.append(replace(block, furniture=_REASON))
        else:
            is_after_quote = False
            result.append(block)
    return result


def _is_quotation(block: Block, following: Block | None) -> bool:
    text = block.text
    if not _OPENS.match(text):
        return False
    match = _QUOTED.match(text) or _QUOTED_SINGLE.match(text)
    if match is None:
        return False
    if match["by"] or _PERSONAL.search(match["said"]):
        return True
    return following is not None and _tells_by_whom(following)


def _tells_by_whom(block: Block) -> bool:
    text = block.text
    if block.is_heading or text.endswith(("?", ":", ".")) or has_contact_details(text):
        return False
    return len(text.split()) <= 16 and bool(_BY.match(text))
