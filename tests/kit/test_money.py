from __future__ import annotations

from decimal import Decimal

import pytest

from plaudit.kit.money import money, vat_on


def test_money_is_written_as_people_write_it() -> None:
    assert [money(amount, "GBP") for amount in (0, 5, 12_000, 123_456_78, -150)] == [
        "£0.00",
        "£0.05",
        "£120.00",
        "£123,456.78",
        "-£1.50",
    ]
    assert [money(amount, "CHF") for amount in (100, -1)] == ["1.00 CHF", "-0.01 CHF"]


@pytest.mark.parametrize(
    ("amount", "percent", "vat"),
    [
        (10_000, "20", 2_000),
        (1, "20", 0),
        (3, "17.5", 1),
        (10, "5", 1),
        (-10, "5", -1),
        (0, "20", 0),
    ],
)
def test_vat_is_rounded_half_up_and_given_back_as_it_was_taken(
    amount: int, percent: str, vat: int
) -> None:
    assert vat_on(amount, Decimal(percent)) == vat
