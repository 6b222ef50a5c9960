from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.entries.engines.charts.numbers import number_in, plain


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("41%", "41", "%"),
        ("41 per cent", "41", "%"),
        ("1,200", "1200", ""),
        ("1 200", "1200", ""),
        ("£3.5m", "3500000", "£"),
        ("£ 3.5m", None, ""),
        ("3.5 million", "3500000", ""),
        ("2k", "2000", ""),
        ("£1.2bn", "1200000000", "£"),
        ("-4", "-4", ""),
        ("−4.50", "-4.5", ""),
        ("-£12", "-12", "£"),
        ("(4)", "-4", ""),
        ("+7", "7", ""),
        (".5", "0.5", ""),
        ("12 days", "12", "days"),
        ("12 months", "12", "months"),
        ("5 km", "5", "km"),
        ("0.1234567", "0.123457", ""),
        ("0", "0", ""),
        ("-0", "0", ""),
        ("12m", None, ""),
        ("3,5", None, ""),
        ("1,20", None, ""),
        ("", None, ""),
        ("about 4", None, ""),
        ("4-5", None, ""),
        ("1e5", None, ""),
        ("99999999999999999999", None, ""),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, value: str | None, unit: str) -> None:
    if value is None:
        with pytest.raises(ValueError, match=r"\w"):
            number_in(text)
        return
    number = number_in(text)
    assert (plain(number.value), number.unit) == (value, unit)


def test_a_decimal_comma_is_answered_with_the_point() -> None:
    with pytest.raises(ValueError, match=r"Write “3,5” with a point: 3\.5\."):
        number_in("3,5")


@given(st.decimals(min_value=-(10**13), max_value=10**13, places=6))
def test_what_is_written_plainly_is_read_back(value: Decimal) -> None:
    assert number_in(plain(value)).value == value
    assert number_in(f"{value:,f}").value == value


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        number = number_in(text)
    except ValueError:
        return
    assert number.value.is_finite()
