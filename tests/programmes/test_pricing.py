from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.programmes.pricing import Band, Step, band_for, quote

LATE = dt.datetime(2027, 2, 15, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)
VAT = Decimal(20)
CHARITY = Band("Charities", frozenset({"charity"}), [Step(9_900, None), Step(14_900, LATE)])
OTHERS = Band("Everybody else", frozenset(), [Step(29_900, None)])


def test_the_leads_kind_decides_and_the_rest_fall_to_the_open_band() -> None:
    assert band_for("charity", [OTHERS, CHARITY]) == CHARITY
    assert band_for("council", [OTHERS, CHARITY]) == OTHERS
    assert band_for("council", [CHARITY]) is None


@pytest.mark.parametrize(
    ("at", "price", "until"),
    [(LATE - SECOND, 9_900, LATE), (LATE, 14_900, None), (LATE + SECOND, 14_900, None)],
)
def test_the_late_price_holds_from_its_very_instant(
    at: dt.datetime, price: int, until: dt.datetime | None
) -> None:
    found = quote(CHARITY, at, vat_percent=VAT)
    assert (found.price, found.until) == (price, until)


def test_vat_is_on_what_is_left_after_the_discount_and_rounds_half_up() -> None:
    band = Band("Odd", frozenset(), [Step(101, None)])
    found = quote(band, LATE, vat_percent=Decimal("17.5"), discount_percent=50)
    assert (found.price, found.discount, found.vat, found.total) == (101, 50, 9, 60)


def test_a_free_code_leaves_nothing() -> None:
    found = quote(CHARITY, LATE, vat_percent=VAT, discount_percent=100)
    assert (found.discount, found.vat, found.total) == (14_900, 0, 0)


def test_a_gap_at_the_beginning_makes_nothing_free() -> None:
    band = Band("Gap", frozenset(), [Step(500, LATE), Step(700, LATE + SECOND)])
    found = quote(band, LATE - SECOND, vat_percent=VAT)
    assert (found.price, found.until, found.then) == (500, LATE + SECOND, 700)


def test_a_band_without_a_price_is_refused() -> None:
    with pytest.raises(ValueError, match="no price"):
        quote(Band("Empty", frozenset(), []), LATE, vat_percent=VAT)


@given(
    st.integers(0, 10_000_000),
    st.integers(0, 100),
    st.decimals(0, Decimal("99.99"), places=2),
)
def test_the_parts_add_up_and_nothing_is_negative(amount: int, discount: int, vat: Decimal) -> None:
    found = quote(
        Band("Any", frozenset(), [Step(amount, None)]),
        LATE,
        vat_percent=vat,
        discount_percent=discount,
    )
    assert found.total == found.price - found.discount + found.vat
    assert 0 <= found.discount <= found.price
    assert abs(Decimal(found.vat) - (found.price - found.discount) * vat / 100) <= Decimal("0.5")
