from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from plaudit.entries.engines.value import Line, return_of, staff_cost

LINES = st.lists(
    st.builds(
        Line,
        st.sampled_from(["staff", "cost", "cash", "capacity"]),
        st.decimals(min_value=0, max_value=10**8, places=2),
    ),
    max_size=20,
)


def test_staff_time_is_to_the_penny() -> None:
    assert staff_cost(Decimal("7.5"), Decimal("13.33")) == Decimal("99.98")


def test_the_return_and_when_it_pays_back() -> None:
    lines = [
        Line("staff", Decimal(32500)),
        Line("cost", Decimal(7500)),
        Line("cash", Decimal(60000)),
    ]
    found = return_of([*lines, Line("capacity", Decimal(20000))], 12)
    assert (found.costs, found.savings, found.net) == (40000, 80000, 40000)
    assert (found.for_each_pound, found.payback_months) == (2, 6)
    assert return_of(lines, None).payback_months is None
    assert return_of([], 12).for_each_pound is None


@given(LINES, st.integers(1, 60))
def test_sums_are_the_lines_and_payback_lies_within_the_period_when_savings_cover_costs(
    lines: list[Line], months: int
) -> None:
    found = return_of(lines, months)
    assert found.costs + found.savings == sum(line.amount for line in lines)
    if found.payback_months is not None:
        assert (found.payback_months <= months) == (found.net >= 0)
