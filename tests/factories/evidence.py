"""Measures, testimonials and costs, put on an entry by the same actions as the pages use."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from plaudit.entries.actions.measure import MeasureFacts, add_measure
from plaudit.entries.actions.testimonial import TestimonialFacts, add_testimonial
from plaudit.entries.actions.value import LineFacts, ValueFacts, add_value
from plaudit.entries.models import Entry, Evidence
from tests.factories.programmes import WHILE_OPEN

BEFORE = [41, 40, 42, 39, 43, 41, 40, 42, 38, 41, 44, 40]
AFTER = [52, 58, 60, 63, 61, 64, 62, 65, 63, 61, 66, 64]


def measure_facts(**facts: Any) -> MeasureFacts:
    usual: dict[str, Any] = {
        "unit": "%",
        "direction": "up",
        "baseline": Decimal(41),
        "baseline_period": "2024",
        "target": Decimal(60),
        "target_period": "end of 2025",
        "result": Decimal("63.5"),
        "result_period": "2025",
        "source": "Hospital record system",
        "series": [],
        "changed_on": None,
        "change_note": "",
    }
    return MeasureFacts(**(usual | facts))


def a_series() -> list[list[str]]:
    """Two years by month: about 41 before January 2025, about 62 from then on."""
    return [
        [dt.date(2024 + place // 12, place % 12 + 1, 1).isoformat(), str(value)]
        for place, value in enumerate([*BEFORE, *AFTER])
    ]


def a_measure(entry: Entry, title: str = "Seen within 24 hours", **facts: Any) -> Evidence:
    """A measure that met its target, unless `facts` say otherwise."""
    by = entry.started_by
    return add_measure(entry, title, measure_facts(**facts), by=by, at=WHILE_OPEN).evidence


def spoken_facts(**facts: Any) -> TestimonialFacts:
    usual: dict[str, Any] = {
        "words": "They came the same day.\n\nI slept at last.",
        "name": "Ama Mensah",
        "role": "carer",
        "organisation": "Fenmarsh Carers",
        "audience": "judges",
        "consent_from": "Ama Mensah",
        "consent_method": "E-mail to the communications team",
        "consented_on": dt.date(2026, 10, 1),
    }
    return TestimonialFacts(**(usual | facts))


def a_testimonial(entry: Entry, title: str = "Ama Mensah, carer", **facts: Any) -> Evidence:
    """Somebody's words with consent, unless `facts` say otherwise."""
    by = entry.started_by
    return add_testimonial(entry, title, spoken_facts(**facts), by=by, at=WHILE_OPEN).evidence


def no_consent() -> dict[str, Any]:
    return {"consent_from": "", "consent_method": "", "consented_on": None}


def value_facts(**facts: Any) -> ValueFacts:
    usual: dict[str, Any] = {
        "period": "April 2025 to March 2026",
        "months": 12,
        "assumptions": "Band 6 at mid-point with on-costs.",
        "source": "Finance team",
        "lines": [
            LineFacts("staff", "Two nurses", Decimal(1000), Decimal("32.50"), None),
            LineFacts("cost", "Cars", None, None, Decimal(7500)),
            LineFacts("cash", "Agency shifts avoided", None, None, Decimal(60000)),
            LineFacts("capacity", "Bed days freed", None, None, Decimal(20000)),
        ],
    }
    return ValueFacts(**(usual | facts))


def a_value(entry: Entry, title: str = "What the team cost and saved", **facts: Any) -> Evidence:
    """Costs of £40,000, staff time included, and savings of £80,000."""
    by = entry.started_by
    return add_value(entry, title, value_facts(**facts), by=by, at=WHILE_OPEN).evidence
