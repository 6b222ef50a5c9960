from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.entries.engines.outcomes import Movement, is_better, movement, target_met

NUMBERS = st.decimals(min_value=-(10**6), max_value=10**6, places=2)


@pytest.mark.parametrize(
    ("before", "after", "absolute", "relative"),
    [
        (41, Decimal("63.5"), "22.5", 55),
        (212, 176, "-36", -17),
        (-10, -5, "5", 50),
        (0, 5, "5", None),
        (-5, 5, "10", None),
        (5, 5, "0", 0),
    ],
)
def test_the_change_is_told_in_the_unit_and_of_the_baseline(
    before: int, after: Decimal, absolute: str, relative: int | None
) -> None:
    moved = movement(Decimal(before), Decimal(after))
    assert moved is not None
    assert moved.absolute == Decimal(absolute)
    assert (None if moved.relative is None else round(moved.relative)) == relative


def test_without_a_figure_there_is_no_change() -> None:
    assert movement(None, Decimal(1)) is None
    assert movement(Decimal(1), None) is None
    assert is_better("up", None) is None
    assert is_better("up", Movement(Decimal(0), None)) is None


@given(NUMBERS, NUMBERS, NUMBERS)
def test_up_and_down_mirror_each_other(before: Decimal, target: Decimal, after: Decimal) -> None:
    assert target_met("up", target, after) == target_met("down", -target, -after)
    assert is_better("up", movement(before, after)) == is_better("down", movement(-before, -after))
    assert target_met("neither", target, after) is is_better("neither", movement(before, after))
