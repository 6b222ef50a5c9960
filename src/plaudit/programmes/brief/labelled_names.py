"""A category's number on one line and its name on the next: "CATEGORY A", then "Best Newcomer"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plaudit.programmes.brief.block import Block
from plaudit.programmes.brief.signals.roles import Role, role_of_heading
from plaudit.programmes.brief.signals.wording import is_label

_LABEL = re.compile(
    r"(?:award |entry )?(?:category|award|prize|class)\s+(?:no\.? ?|number )?"
    r"(?:\d{1,2}|[A-Z]|[ivx]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)\s*[:.)]?"
    r"(?:\s*[–—|(\[*-]*\s*new!*\s*[)\]*]*)?",
    re.IGNORECASE,
)


def join_labels(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, a line that only numbers a category joined to the name below it."""
    result: list[Block] = []
    for block in blocks:
        label = result[-1] if result else None
        if label is not None and _labels(label, block):
            text = f"{label.text.rstrip(' :.)')}: {block.text}"
            result[-1] = replace(
                label, text=text, lines=(*label.lines, *block.lines), is_bold=label.is_bold, lead=""
            )
        else:
            result.append(block)
    return result


def _labels(label: Block, block: Block) -> bool:
    if label.is_item or block.is_item or block.gap > 1 or not _LABEL.fullmatch(label.text):
        return False
    if label.is_heading and block.is_paragraph and not block.is_bold:
        return False
    return is_label(block.text, words=12) and role_of_heading(block.text) is Role.UNKNOWN
