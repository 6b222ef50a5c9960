"""An entrant pastes a series from Excel, puts one line right, and sees the chart that judges will see."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Opener
from tests.journeys.guest import Guest

ENTRY = "The Tuesday Table"
MONTHS = [f"{month:02}/{year}" for year in (2025, 2026) for month in range(1, 13)]
VALUES = [140, 138, 142, 139, 141, 140, 137, 143, 140, 139, 120, 104, 96, 90, 88, 85, 83, 84, 82]
PASTED = "Month\tParcels\n" + "\n".join(
    f"{month}\t{value}" for month, value in zip(MONTHS, VALUES, strict=False)
)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_measure_with_a_series(somebody: Opener, *, scripts: bool) -> None:
    entrant = somebody(scripts=scripts)
    entrant.becomes("entrant, lead organisation")
    entrant.follows(ENTRY)
    entrant.follows("Measures and testimonials", exact=True)
    entrant.sees("Record the consent to the testimonial")
    if scripts:
        entrant.looks()
    adds_a_measure(entrant)
    entrant.sees("an improvement")
    drawings = entrant.page.locator(".pl-figure").last.locator("svg[role=img]:visible")
    expect(drawings).to_have_count(1)
    if scripts:
        entrant.looks()


def adds_a_measure(entrant: Guest) -> None:
    entrant.follows("A measure")
    entrant.writes("What did you measure?", "Parcels a week")
    entrant.picks("Down is better")
    entrant.writes("Before", "140")
    entrant.writes("After", "83")
    entrant.writes("Source", "Wrenlow Foodshare")
    entrant.writes("Dates and values", PASTED.replace("01/2026\t96", "01/2026\tninety-six"))
    entrant.writes("Date of the change", "Nov 2025")
    entrant.presses("Add to the entry")
    entrant.sees("Line 14: “ninety-six” is not a number.")
    entrant.writes("Dates and values", PASTED)
    entrant.presses("Add to the entry")
    entrant.sees("−57")
    entrant.sees("−41% of the baseline")
