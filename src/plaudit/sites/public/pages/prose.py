"""Plain text as people write it, turned into paragraphs and lists."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_BULLET = re.compile(r"^\s*(?:[-*•–]|\d+[.)])\s+")


@dataclass
class Block:
    """A paragraph, or a list when it has `items`."""

    text: str = ""
    items: list[str] = field(default_factory=list)


def blocks(text: str) -> list[Block]:
    """Return the text's paragraphs and lists: a blank line ends a paragraph, a dash or bullet begins an item."""
    found: list[Block] = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        lines = [line for line in paragraph.splitlines() if line.strip()]
        for number, line in enumerate(lines):
            _add_line(found, line, is_first=number == 0)
    return found


def _add_line(found: list[Block], line: str, *, is_first: bool) -> None:
    bullet = _BULLET.match(line)
    if bullet:
        if not found or not found[-1].items:
            found.append(Block())
        found[-1].items.append(line[bullet.end() :].strip())
    elif is_first:
        found.append(Block(line.strip()))
    elif found[-1].items:
        found[-1].items[-1] += f" {line.strip()}"
    else:
        found[-1].text += f" {line.strip()}"
