from __future__ import annotations

from decimal import Decimal

import pytest

from plaudit.programmes.sections import Section
from plaudit.programmes.weights import weight_warning


def weighed(*weights: int | None, unit: str = "percent") -> list[Section]:
    return [
        Section("", weight=None if one is None else Decimal(one), weight_unit=unit)
        for one in weights
    ]


@pytest.mark.parametrize(
    ("sections", "said"),
    [
        (weighed(60, 40), ""),
        (weighed(None, None), ""),
        (weighed(60, 30), "The weights add up to 90%, not 100%."),
        (weighed(60, 30, unit="points"), ""),
        (
            weighed(60, None),
            "Only 1 of 2 scored sections has a weight, so all would count alike.",
        ),
        ([*weighed(100), Section("", is_scored=False)], ""),
    ],
)
def test_what_is_said_of_weights(sections: list[Section], said: str) -> None:
    assert weight_warning(sections) == said
