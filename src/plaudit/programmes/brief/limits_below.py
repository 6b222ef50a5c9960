"""Forms that give each question's word limit on the line below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plaudit.programmes.brief.block import Block, Marker
from plaudit.programmes.brief.measures import take_measures
from plaudit.programmes.brief.signals.wording import asks

_NUMBERED = (Marker.NUMBER, Marker.QUESTION)


def join_limits_below(blocks: Sequence[Block]) -> list[Block]:
    """Puts a limit that stands alone below a numbered question beside it, where a question next to it has one too."""
    pairs = {i for i in range(len(blocks) - 1) if _has_limit_below(blocks[i], blocks[i + 1])}
    below = {i + 1 for i in pairs if _has_limited_neighbour(blocks, i, pairs)}
    result: list[Block] = []
    for index, block in enumerate(blocks):
        if index in below:
            before = result[-1]
            result[-1] = replace(
                before,
                notes=(*before.notes, block.text),
                lines=(*before.lines, *block.lines),
            )
        else:
            result.append(block)
    return result


def _has_limit_below(block: Block, below: Block) -> bool:
    if not block.is_item or block.marker not in _NUMBERED or below.is_heading:
        return False
    found = take_measures(below.text)
    return found.word_limit is not None and not found.text.strip(" .:") and asks(block.text)


def _has_limited_neighbour(blocks: Sequence[Block], index: int, pairs: set[int]) -> bool:
    """Whether the question before or after this one has a limit too; one below the last is the whole list's."""
    if {index - 2, index + 2} & pairs:
        return True
    return any(
        0 <= at < len(blocks) and blocks[at].is_item and take_measures(blocks[at].text).word_limit
        for at in (index - 1, index + 2)
    )
