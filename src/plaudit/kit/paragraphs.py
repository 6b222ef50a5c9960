"""Plain text as people write it, in paragraphs and lists."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BULLET = re.compile(r"^\s*(?:[-*•–‣▪]|\d{1,2}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph's lines, or a list's items."""

    is_list: bool
    lines: tuple[str, ...]


def in_paragraphs(text: str) -> list[Block]:
    """Split text at empty lines into paragraphs; runs of lines that begin with a bullet are lists.

    Numbered items keep their numbers, which the writer may refer to.
    """
    blocks: list[Block] = []
    for part in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        run: list[str] = []
        is_list = False
        for line in filter(str.strip, part.split("\n")):
            bullet = bool(_BULLET.match(line))
            if run and bullet != is_list:
                blocks.append(Block(is_list, tuple(run)))
                run = []
            is_list = bullet
            run.append(_unmarked(line) if bullet else line.strip())
        if run:
            blocks.append(Block(is_list, tuple(run)))
    return blocks


def _unmarked(line: str) -> str:
    line = line.strip()
    return line if line[0].isdigit() else _BULLET.sub("", line)
