"""Weights, limits and scoring marks in the shapes that pages use."""

from __future__ import annotations

import pytest

from plaudit.programmes.brief.measures import take_measures


@pytest.mark.parametrize(
    ("text", "rest", "weight", "unit"),
    [
        ("Impact (20%)", "Impact", 20, "percent"),
        ("Impact20%", "Impact", 20, "percent"),
        ("Impact – 20%", "Impact", 20, "percent"),
        ("Impact: 20 marks", "Impact", 20, "points"),
        ("Impact [30 points]", "Impact", 30, "points"),
        ("Impact 12.5%", "Impact", 12.5, "percent"),
        ("30% – Impact", "Impact", 30, "percent"),
        ("Impact (score out of 10)", "Impact", 10, "points"),
        ("Use (30%)", "Use", 30, "percent"),
        ("Weighting: 25%", "", 25, "percent"),
        ("This section is worth 40% of the total marks.", "", 40, "percent"),
        ("Value .......... 30%", "Value", 30, "percent"),
    ],
)
def test_a_weight_is_lifted_from_the_words(text: str, rest: str, weight: float, unit: str) -> None:
    found = take_measures(text)
    assert (found.text, found.weight, found.weight_unit) == (rest, weight, unit)


@pytest.mark.parametrize(
    "text", ["How did you cut costs by 20%?", "Show a rise of at least 30 points.", "Impact"]
)
def test_a_figure_in_a_sentence_is_no_weight(text: str) -> None:
    found = take_measures(text)
    assert (found.text, found.weight) == (text, None)


@pytest.mark.parametrize(
    ("text", "rest", "limit"),
    [
        ("Impact (max 300 words)", "Impact", 300),
        ("Impact (up to 400 words)", "Impact", 400),
        ("Word limit: 250", "", 250),
        ("No more than 1,000 words.", "", 1000),
        ("500-word maximum", "", 500),
        ("What changed? (200 to 300 words)", "What changed?", 300),
        ("What changed? Maximum 200 words.", "What changed?", 200),
        ("Impact (20%, 300 words)", "Impact", 300),
    ],
)
def test_a_word_limit_is_lifted_from_the_words(text: str, rest: str, limit: int) -> None:
    found = take_measures(text)
    assert (found.text, found.word_limit) == (rest, limit)


@pytest.mark.parametrize(
    "text",
    ["Summary (not scored)", "Summary – for information only", "Summary (not assessed, 100 words)"],
)
def test_a_section_can_say_that_it_is_not_scored(text: str) -> None:
    found = take_measures(text)
    assert (found.text, found.is_scored) == ("Summary", False)
