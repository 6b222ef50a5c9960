"""The name under "Thanks" or "Kind regards" in a forwarded mail: its writer's, and no part of the brief."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plaudit.programmes.brief.block import Block
from plaudit.programmes.brief.signals.contact_details import has_contact_details
from plaudit.programmes.brief.signals.wording import is_question

_SIGNS_OFF = re.compile(
    r"(?:(?:kind|best|warm|many|with)(?:est)? )*(?:regards|wishes|thanks|thank you)(?: again| very much| all)?[,.!]*|"
    r"cheers[,.!]*|best[,.!]*|yours (?:sincerely|faithfully|truly|ever)[,.]*|all the best[,.!]*",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:x{1,3} )?[A-Z][\w'’.-]*(?: [\w'’.&/,()-]+){0,7}")


def without_signatures(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, the short lines right below the close of a mail marked as no part of the brief."""
    result: list[Block] = []
    is_below = False
    for block in blocks:
        if not block.is_paragraph or block.furniture:
            is_below = False
        elif _SIGNS_OFF.fullmatch(block.text):
            is_below = True
        elif is_below and _is_signature(block):
            result.append(replace(block, furniture="a signature"))
            continue
        else:
            is_below = False
        result.append(block)
    return result


def _is_signature(block: Block) -> bool:
    text = block.text
    if block.is_bold or is_question(text) or has_contact_details(text):
        return False
    return block.gap <= 1 and bool(_NAME.fullmatch(text))
