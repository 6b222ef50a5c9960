from __future__ import annotations

import pytest

from plaudit.programmes.brief.block import Block
from plaudit.programmes.brief.totals import stated_total


def total_of(*lines: str) -> int | None:
    return stated_total(Block(line, (number,)) for number, line in enumerate(lines))


@pytest.mark.parametrize(
    "line",
    [
        "Total: 80 marks",
        "Overall total: 80",
        "Each entry is given 80 marks overall.",
        "Judges have 80 points in all to give.",
        "That makes 80 points altogether.",
        "80 Points In All",
        "A judge gives a total of 80 points.",
    ],
)
def test_a_total_is_read_in_whatever_words_it_is_told(line: str) -> None:
    assert total_of("Purpose (30 marks)", line) == 80


def test_two_totals_or_none_are_no_total() -> None:
    assert total_of("80 marks overall", "Total: 90") is None
    assert total_of("Overall, this was a good year for 80 teams.") is None
