"""Figures in brackets without a unit, "Reach (40)", given the one that the whole page implies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plaudit.programmes.brief.block import Block
from plaudit.programmes.brief.measures import find_word_limit, take_measures

_BARE = re.compile(r"\s*[(\[](\d{1,4})[)\]]\s*[.:]?$")
_WORDS_IN_BRACKETS = re.compile(
    r"\bword (?:limit|count|length|maximum)s?\b.{0,40}\bbrackets?\b", re.IGNORECASE
)


def name_units(blocks: Sequence[Block]) -> list[Block]:
    """Figures that end several blocks and come to 100 are weights; those that come to the page's limit are words."""
    found = {
        i: int(match[1]) for i, block in enumerate(blocks) if (match := _BARE.search(block.text))
    }
    unit = _unit(blocks, list(found.values())) if len(found) > 1 else None
    if unit is None:
        return list(blocks)
    return [
        replace(block, text=_BARE.sub(f" ({unit.format(found[i])})", block.text))
        if i in found
        else block
        for i, block in enumerate(blocks)
    ]


def _unit(blocks: Sequence[Block], figures: Sequence[int]) -> str | None:
    total = sum(figures)
    if any(_WORDS_IN_BRACKETS.search(block.text) for block in blocks):
        return "{} words"
    if total == 100:
        return "weighting: {}"
    stated = {find_word_limit(b.text) for b in blocks} | {
        take_measures(b.text).word_limit for b in blocks
    }
    return "{} words" if total in stated else None
