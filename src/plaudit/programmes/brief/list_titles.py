"""Titles among list items: "Innovation" over deeper items, or over a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plaudit.programmes.brief.block import NUMBERED, Block, Marker
from plaudit.programmes.brief.measures import take_measures
from plaudit.programmes.brief.signals.contact_details import has_contact_details
from plaudit.programmes.brief.signals.wording import asks, is_label, is_question


def promote_items(blocks: list[Block]) -> list[Block]:
    """Turns list items that are titles over deeper items or paragraphs into headings."""
    result = list(blocks)
    for start, end in runs_of_items(blocks):
        titles = [i for i in range(start, end) if _is_title_item(blocks, i, end)]
        outer = [i for i in range(start, end) if blocks[i].level == blocks[start].level]
        if titles and (len(titles) * 2 > len(outer) or end - start == 1):
            for index in range(start, end):
                result[index] = _settled(blocks[index], is_title=index in titles)
    for index in _measured_titles(blocks):
        result[index] = blocks[index].as_heading(NUMBERED)
    return result


def _measured_titles(blocks: Sequence[Block]) -> list[int]:
    """Numbered labels with a weight or limit each ("2. The plan (20 marks)"), most of them over running text."""
    found = [i for i, block in enumerate(blocks) if _is_measured_label(block)]
    over_text = [i for i in found if i + 1 < len(blocks) and blocks[i + 1].is_paragraph]
    if len(over_text) < 2 or len(over_text) * 2 < len(found):
        return []
    return found


def _is_measured_label(block: Block) -> bool:
    if not block.is_item or block.level or block.marker in (Marker.BULLET, Marker.NONE):
        return False
    found = take_measures(block.text)
    return found.holds_a_measure and is_label(block.text) and bool(found.text)


def _settled(block: Block, *, is_title: bool) -> Block:
    if is_title:
        return block.as_heading(NUMBERED)
    return replace(block, level=max(block.level - 1, 0))


def runs_of_items(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Where each unbroken list starts and ends, as indexes."""
    runs: list[tuple[int, int]] = []
    start = None
    for index, block in enumerate(blocks):
        if block.is_item and start is None:
            start = index
        elif not block.is_item and start is not None:
            runs.append((start, index))
            start = None
        elif block.is_item and start is not None and _opens_title(blocks[index - 1], block):
            runs.append((start, index))
            start = index
    if start is not None:
        runs.append((start, len(blocks)))
    return runs


def _opens_title(before: Block, block: Block) -> bool:
    """Whether a number after a bullet or a letter goes on with numbered titles rather than with the list."""
    if block.level > 0 or block.gap == 0 or block.marker is Marker.BULLET:
        return False
    return before.marker is Marker.BULLET or (
        before.level == 0 and before.marker is not block.marker
    )


def _is_title_item(blocks: Sequence[Block], index: int, end: int) -> bool:
    block = blocks[index]
    has_inner = index + 1 < end and blocks[index + 1].level > block.level
    if has_inner and _is_short_question(block) and not asks(blocks[index + 1].text):
        return True
    if not is_label(block.text) or has_contact_details(block.text):
        return False
    if index + 1 < end:
        return has_inner
    follows = blocks[index + 1] if index + 1 < len(blocks) else None
    if follows is None or not follows.is_paragraph:
        return False
    return block.marker is not Marker.BULLET and (
        not is_label(follows.text) or follows.text.endswith(":")
    )


def _is_short_question(block: Block) -> bool:
    return (
        block.marker is not Marker.BULLET
        and is_question(take_measures(block.text).text)
        and len(block.text.split()) <= 12
    )
