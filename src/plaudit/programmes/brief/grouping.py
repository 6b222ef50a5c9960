"""Groups in a list that lost its headings: told apart by the empty lines between them."""

from __future__ import annotations

from collections.abc import Sequence

from plaudit.programmes.brief.block import Block


def blank_line_groups(items: Sequence[Block]) -> list[list[Block]]:
    """Splits outer items where the gap is wider than the list's usual one; deeper items stay with theirs."""
    gaps = [item.gap for item in items[1:] if item.level == 0]
    usual = min(gaps, default=0)
    groups: list[list[Block]] = []
    for item in items:
        if not groups or (item.level == 0 and item.gap > usual):
            groups.append([])
        groups[-1].append(item)
    return groups
