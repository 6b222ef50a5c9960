"""How deep each list item lies, from its indentation and its kind of marker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from plaudit.programmes.brief.block import Block, Marker

_FIRSTS = {Marker.NUMBER: "1", Marker.LETTER: "a", Marker.ROMAN: "i"}
_OUTER_BULLETS = frozenset("•●*▪■➢➤✓")
_INNER_BULLETS = frozenset("o○◦–-▪▫§")


@dataclass(frozen=True, slots=True)
class _List:
    indent: int
    style: str
    marker: Marker


def set_depths(blocks: Iterable[tuple[Block, int]]) -> list[Block]:
    """Gives each item its depth. Takes blocks with their indentation in characters."""
    stack: list[_List] = []
    result = []
    for block, indent in blocks:
        if block.is_heading:
            stack = []
        elif block.is_item:
            _settle(block, indent, stack)
        elif stack and block.gap and indent < stack[-1].indent + 2:
            stack = []
        result.append(replace(block, level=len(stack) - 1) if block.is_item else block)
    return result


def _style(block: Block) -> str:
    if block.marker is Marker.BULLET:
        return block.ordinal
    return "{}{}".format(block.marker.value, "." * block.ordinal.count("."))


def _settle(block: Block, indent: int, stack: list[_List]) -> None:
    """Leaves on the stack the lists that hold this item, the innermost last."""
    own = _List(indent, _style(block), block.marker)
    while stack and indent < stack[-1].indent - 1:
        stack.pop()
    for depth, outer in enumerate(stack):
        if outer.style == own.style and abs(outer.indent - indent) <= 1:
            del stack[depth + 1 :]
            return
    if not stack or _opens_inside(block, own, stack[-1]):
        stack.append(own)
    elif not _is_letter_list(own, stack[-1]):
        stack[-1] = own


def _is_letter_list(own: _List, outer: _List) -> bool:
    """Whether a roman numeral (c, d, i, v, x) in fact goes on with a lettered list."""
    return own.marker is Marker.ROMAN and outer.marker is Marker.LETTER


def _opens_inside(block: Block, own: _List, outer: _List) -> bool:
    if own.indent >= outer.indent + 2:
        return True
    if outer.marker is Marker.BULLET:
        return not block.gap and outer.style in _OUTER_BULLETS and own.style in _INNER_BULLETS
    return (
        block.marker is Marker.BULLET
        or block.ordinal == _FIRSTS.get(block.marker)
        or "." in block.ordinal
    )
