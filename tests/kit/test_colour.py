from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.kit.colour import (
    DARK_PAPER,
    DEFAULT_ACCENT,
    PAPER,
    WHITE,
    AccentVerdict,
    check_accent,
    contrast_ratio,
    mixture,
    nearest_passing,
)

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")

# The pairs of frontend/styles/_tokens.scss that hold words.
WORDS_ON_GROUNDS = [
    ("#1B1F2A", PAPER),
    ("#1B1F2A", "#F3F1EA"),
    ("#585D68", PAPER),
    ("#585D68", "#F3F1EA"),
    ("#8A6A1F", PAPER),
    ("#B3261E", PAPER),
    ("#B3261E", "#FBEEEC"),
    ("#1B1F2A", "#FFDD00"),
    ("#E9E6DD", DARK_PAPER),
    ("#E9E6DD", "#1F2430"),
    ("#A9ADB7", DARK_PAPER),
    ("#A9ADB7", "#1F2430"),
    ("#D9B964", DARK_PAPER),
    ("#FF9B8F", DARK_PAPER),
    ("#FF9B8F", "#2D1D1E"),
]


def test_black_on_white_is_the_most_there_is() -> None:
    assert contrast_ratio("#000", "#fff") == 21.0
    assert contrast_ratio("#fff", "#000000") == 21.0
    assert contrast_ratio("#123456", "#123456") == 1.0


def test_known_ratios() -> None:
    assert round(contrast_ratio("#767676", "#FFFFFF"), 2) == 4.54
    assert round(contrast_ratio("#777777", "#FFFFFF"), 2) == 4.48


@pytest.mark.parametrize(("words", "ground"), WORDS_ON_GROUNDS)
def test_words_can_be_read_on_every_ground_of_the_pages(words: str, ground: str) -> None:
    assert contrast_ratio(words, ground) >= 4.5


@pytest.mark.parametrize(
    ("edge", "ground"),
    [("#7A7D84", PAPER), ("#7A7D84", WHITE), ("#7D828E", DARK_PAPER), ("#7D828E", "#1A1E28")],
)
def test_borders_of_controls_can_be_seen(edge: str, ground: str) -> None:
    assert contrast_ratio(edge, ground) >= 3


def test_a_mixture_is_that_of_the_browser() -> None:
    assert mixture("#1F5C4A", "#FFFFFF", 0.45) == "#9AB6AE"


def test_a_colour_that_passes_is_left_alone() -> None:
    assert nearest_passing("#1F5C4A", PAPER) == "#1F5C4A"


@given(colours, colours)
def test_the_nearest_passing_colour_passes(colour: str, background: str) -> None:
    assert contrast_ratio(nearest_passing(colour, background), background) >= 4.5


def test_the_nearest_passing_colour_is_near() -> None:
    nearest = nearest_passing("#7FB069", PAPER)
    assert 4.5 <= contrast_ratio(nearest, PAPER) < 4.6
    red, green, blue = (int(nearest[place : place + 2], 16) for place in (1, 3, 5))
    assert green > red > blue


def test_a_ratio_that_nothing_reaches_is_refused() -> None:
    with pytest.raises(ValueError, match="No colour reaches 12:1"):
        nearest_passing("#888888", "#777777", 12)


def test_the_default_accent_is_accepted() -> None:
    assert check_accent(DEFAULT_ACCENT) == AccentVerdict(True, (), DEFAULT_ACCENT)


def test_a_pale_accent_is_refused_with_the_nearest_that_passes() -> None:
    verdict = check_accent("#FFC83D")
    assert not verdict.ok
    assert verdict.reasons[0] == "Too pale for links on the page: 1.5:1, and 4.5:1 is needed."
    assert check_accent(verdict.suggestion) == AccentVerdict(True, (), verdict.suggestion)


@given(colours)
def test_a_suggestion_always_passes(colour: str) -> None:
    verdict = check_accent(colour)
    assert check_accent(verdict.suggestion).ok
    assert verdict.ok == (not verdict.reasons)


@pytest.mark.parametrize(
    "written", ["", "green", "1F5C4A", "#1F5C4", "#1F5C4A;}", "#GGGGGG", "#1F5C4A\n"]
)
def test_what_is_no_colour_is_refused_with_the_default(written: str) -> None:
    verdict = check_accent(written)
    assert (verdict.ok, verdict.suggestion) == (False, DEFAULT_ACCENT)
    with pytest.raises(ValueError, match="is not a colour"):
        contrast_ratio(written, PAPER)
