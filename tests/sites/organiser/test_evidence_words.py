from __future__ import annotations

from plaudit.sites.organiser.pages.evidence_words import words_of


def test_costs_are_told_to_the_penny_and_with_their_workings_as_judges_read_them() -> None:
    lines = [
        {
            "kind": "staff",
            "description": "Night nurses",
            "hours": "1200.5",
            "rate": "32.50",
            "amount": "39016.25",
        },
        {"kind": "cash", "description": "Taxis", "hours": None, "rate": None, "amount": "1200.00"},
    ]
    piece = {
        "kind": "value",
        "period": "2026",
        "months": 12,
        "lines": lines,
        "assumptions": "",
        "source": "",
    }
    assert words_of(piece).splitlines() == [
        "Period: 2026, 12 months",
        "Staff time, Night nurses: 1,200.5 hours at £32.50 an hour, £39,016.25",
        "Saving, cash-releasing, Taxis: £1,200",
    ]
