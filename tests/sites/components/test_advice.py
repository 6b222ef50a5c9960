"""Which categories the adviser names: two words in common, or one that the category is called by."""

from __future__ import annotations

import pytest

from plaudit.entries.engines.adviser import Described, closest
from plaudit.programmes.models import Category
from plaudit.sites.components.advice import advice_lines

DATA = Category(name="Better together on data", purpose="")
HOMES = Category(name="Healthy homes", purpose="For warm rooms and dry walls.")


def names_for(summary: str) -> list[str]:
    categories = {"data": DATA, "homes": HOMES}
    described = [Described(key, each.name, each.purpose) for key, each in categories.items()]
    advice = [(categories[said.key], said) for said in closest("", summary, described)]
    return [line.name for line in advice_lines(advice, lambda _: "/")]


@pytest.mark.parametrize(
    ("summary", "names"),
    [
        ("A link of DATA finds them.", ["Better together on data"]),
        ("Rooms that are warm again.", ["Healthy homes"]),
        ("Walls fell.", []),
        ("Nothing in common.", []),
    ],
)
def test_two_words_are_shared_or_one_of_the_name(summary: str, names: list[str]) -> None:
    assert names_for(summary) == names
