"""The published figures are those of NHSRplotthedots (vignettes/deviations.Rmd and tests/testthat), MIT licence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.entries.engines.charts.figures import Limits, Signal
from plaudit.entries.engines.charts.xmr import Rules, limits_of, signals_of

VIGNETTE = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
# set.seed(123); rnorm(20), to the 8 places that R prints: tests/testthat/_snaps/ptd_spc_standard.md shows four of them.
NORMAL = [
    -0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621,
    -1.26506123, -0.68685285, -0.44566197, 1.22408180, 0.35981383, 0.40077145, 0.11068272,
    -0.55584113, 1.78691314, 0.49785048, -1.96661716, 0.70135590, -0.47279141,
]  # fmt: skip
TREND_OF_SEVEN = Rules(trend=7)
WIDE_LIMITS = Limits(mean=4.5, lower=-100, upper=100, mean_range=39.3, upper_range=128, count=9)


def rounded(limits: Limits, places: int = 2) -> tuple[float, float, float]:
    return (round(limits.lower, places), round(limits.mean, places), round(limits.upper, places))


def test_limits_are_those_of_the_published_vignette() -> None:
    assert rounded(limits_of(VIGNETTE)) == (-0.72, 1.94, 4.60)
    assert rounded(limits_of(VIGNETTE, Rules(screens=False))) == (-3.06, 1.94, 6.95)
    assert limits_of(VIGNETTE).upper_range == pytest.approx(3.267)


def test_limits_are_those_of_the_published_tests() -> None:
    assert rounded(limits_of(NORMAL), 5) == (-3.01138, 0.14162, 3.29463)
    changed = [*NORMAL[:14], 10, *NORMAL[15:]]
    assert rounded(limits_of(changed), 5) == (-2.38367, 0.66942, 3.72250)
    assert rounded(limits_of(changed, Rules(screens=False)), 4) == (-4.5966, 0.6694, 5.9355)


def signals(values: list[float], limits: Limits, rules: Rules = Rules()) -> list[Signal | None]:  # noqa: B008
    return [mark and mark[0] for mark in signals_of(values, limits, rules)]


def test_seven_points_on_one_side_are_a_shift_and_six_are_not() -> None:
    limits = Limits(mean=0, lower=-50, upper=50, mean_range=19, upper_range=62, count=9)
    above = [1.0, 2, 1, 2, 1, 2, 1]
    assert signals([*above, -1], limits) == [Signal.SHIFT] * 7 + [None]
    assert signals([*above[:6], -1, 1], limits) == [None] * 8
    assert signals([*above[:6], 0, 1], limits) == [None] * 8
    assert signals_of([-each for each in above], limits) == [(Signal.SHIFT, -1)] * 7


@pytest.mark.parametrize(
    ("values", "trends"),
    [
        ([1, 2, 3, 4, 5, 6], []),
        ([1, 2, 3, 3, 4, 5, 6], []),
        ([1, 2, 3, 4, 5, 6, 7], [0, 1, 2, 3, 4, 5, 6]),
        ([2, 1, 2, 3, 4, 5, 6, 7, 3], [1, 2, 3, 4, 5, 6, 7]),
        ([7, 6, 5, 4, 3, 2, 1], [0, 1, 2, 3, 4, 5, 6]),
        ([2, 7, 6, 5, 4, 3, 2, 1, 3], [1, 2, 3, 4, 5, 6, 7]),
    ],
)
def test_trends_of_seven_are_those_of_the_published_tests(
    values: list[float], trends: list[int]
) -> None:
    found = signals(values, WIDE_LIMITS, TREND_OF_SEVEN)
    assert [place for place, signal in enumerate(found) if signal == Signal.TREND] == trends


def test_six_points_are_a_trend_by_the_script_of_nhs_england() -> None:
    assert signals([1, 2, 3, 4, 5, 6], WIDE_LIMITS) == [Signal.TREND] * 6
    assert signals([1, 2, 3, 4, 5, 5], WIDE_LIMITS) == [None] * 6


def near(close: list[int], sides: list[int]) -> list[int]:
    """Return the points found near a limit; the published tests give closeness and side of each point."""
    limits = Limits(mean=0, lower=-2.66, upper=2.66, mean_range=1, upper_range=3.267, count=9)
    values = [
        side * (2.0 if is_close else 0.5) for is_close, side in zip(close, sides, strict=True)
    ]
    return [int(signal == Signal.NEAR) for signal in signals(values, limits, Rules(99, 99))]


def test_two_of_three_near_a_limit_are_those_of_the_published_tests() -> None:
    for close in ([1, 0, 1], [0, 1, 1], [1, 1, 0], [0, 0, 1, 1, 0, 0, 0], [0, 0, 1, 0, 1, 0, 0]):
        assert near(close, [1] * len(close)) == close
    for close in ([1, 0, 1], [0, 1, 1], [1, 1, 0]):
        assert near(close, [1, -1, 1]) == [0, 0, 0]
    assert near([1, 0, 0, 1], [1] * 4) == [0, 0, 0, 0]
    assert near([1, 0, 0, 1, 1], [1] * 5) == [0, 0, 0, 1, 1]


def test_near_points_on_both_sides_are_no_signal() -> None:
    values = [1.0, -1] * 7 + [5.5, -5.5]
    assert signals(values, limits_of(values))[-2:] == [None, None]


SERIES = st.lists(st.integers(-1000, 1000).map(float), min_size=2, max_size=60)


@given(SERIES)
def test_limits_enclose_the_mean_and_a_point_outside_is_always_a_signal(
    values: list[float],
) -> None:
    limits = limits_of(values)
    assert limits.lower <= limits.mean <= limits.upper
    assert limits.upper_range >= limits.mean_range >= 0
    for value, signal in zip(values, signals(values, limits), strict=True):
        outside = not limits.lower <= value <= limits.upper
        assert (signal == Signal.OUTSIDE) == outside


@given(SERIES, st.integers(-500, 500), st.sampled_from([-2, -1, 0.5, 2, 4]))
def test_moving_and_stretching_the_values_changes_no_signal(
    values: list[float], moved: int, stretched: float
) -> None:
    other = [value * stretched + moved for value in values]
    one, two = limits_of(values), limits_of(other)
    assert two.mean == pytest.approx(one.mean * stretched + moved, abs=1e-6)
    assert two.upper - two.lower == pytest.approx(
        (one.upper - one.lower) * abs(stretched), abs=1e-6
    )
    edges = (one.lower, one.upper, one.mean)
    if any(abs(value - edge) < 1e-6 for value in values for edge in edges):
        return
    reach = 2.66 * one.mean_range * 2 / 3
    if any(abs(abs(value - one.mean) - reach) < 1e-6 for value in values):
        return
    assert signals(values, one) == signals(other, two)


@given(SERIES)
def test_screening_never_widens_the_limits(values: list[float]) -> None:
    screened, plain = limits_of(values), limits_of(values, Rules(screens=False))
    assert screened.upper - screened.lower <= plain.upper - plain.lower + 1e-9
    assert screened.mean == plain.mean


def test_one_value_has_no_limits() -> None:
    with pytest.raises(ValueError, match="two values"):
        limits_of([1])
