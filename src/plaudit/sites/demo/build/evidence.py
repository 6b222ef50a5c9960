"""Measures, costs and other people's words for invented entries."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from plaudit.entries.actions.measure import MeasureFacts, add_measure
from plaudit.entries.actions.testimonial import TestimonialFacts, add_testimonial
from plaudit.entries.actions.value import LineFacts, ValueFacts, add_value
from plaudit.entries.models import Entry
from plaudit.people.models import Person
from plaudit.sites.demo.build.earlier_evidence import EARLIER, add_earlier_evidence

WHOLE, BEGUN = "One front door for Harbour Ward", "The Tuesday Table"
ANSWERED = [
    36, 39, 41, 37, 35, 40, 38, 36, 39, 42, 37, 38, 36, 40,
    86, 89, 88, 91, 90, 92, 90, 93, 89, 91, 94, 92, 90, 93,
]  # fmt: skip
PARCELS = [142, 138, 141, 126, 117, 108, 99, 94, 86, 80]
NOT_MEDICAL = (212, 191, 176)


def add_evidence_of(entry: Entry, title: str, *, by: Person, at: dt.datetime) -> None:
    """Put on the entry what its project has to show, if it has anything."""
    if title == WHOLE:
        _measures(entry, by, at)
        _value(entry, by, at)
        _testimonial(entry, by, at, consented_on=at.date() - dt.timedelta(days=12))
    elif title == BEGUN:
        _parcels(entry, by, at)
        _testimonial(entry, by, at, consented_on=None)
    elif title == EARLIER:
        add_earlier_evidence(entry, by=by, at=at)


def _measures(entry: Entry, by: Person, at: dt.datetime) -> None:
    first = _months_before(at.date(), len(ANSWERED))
    series = [[_later(first, n).isoformat(), str(value)] for n, value in enumerate(ANSWERED)]
    facts = _facts(
        unit="%", figures=(38, 90, 91), source="Call log of the front door and, before it, of eleven services",
        series=series, changed_on=_later(first, 14),
        change_note="The single door and telephone number opened.",
    )  # fmt: skip
    add_measure(entry, "Callers with a useful answer within two working days", facts, by=by, at=at)
    facts = _facts(
        unit="appointments a week", direction="down", figures=NOT_MEDICAL,
        source="Both surgeries’ booking systems",
    )  # fmt: skip
    add_measure(entry, "Appointments for matters that are not medical", facts, by=by, at=at)
    facts = _facts(unit="weeks", direction="down", figures=(23, 12, 23), source="Housing register")
    add_measure(entry, "Wait for a major adaptation", facts, by=by, at=at)


def _parcels(entry: Entry, by: Person, at: dt.datetime) -> None:
    first = _months_before(at.date(), len(PARCELS) + 1)
    facts = _facts(
        unit="parcels a week", direction="down", figures=(140, None, 83), source="Wrenlow Foodshare",
        series=[[_later(first, n).isoformat(), str(value)] for n, value in enumerate(PARCELS)],
    )  # fmt: skip
    add_measure(entry, "Food parcels given out in Hillfoot", facts, by=by, at=at)


def _facts(
    *,
    unit: str,
    figures: tuple[int | None, int | None, int | None],
    source: str,
    direction: str = "up",
    series: list[list[str]] | None = None,
    changed_on: dt.date | None = None,
    change_note: str = "",
) -> MeasureFacts:
    before, target, after = (None if each is None else Decimal(each) for each in figures)
    return MeasureFacts(
        unit=unit,
        direction=direction,
        baseline=before,
        baseline_period="the year before",
        target=target,
        target_period="within a year" if target is not None else "",
        result=after,
        result_period="the last ten months",
        source=source,
        series=series or [],
        changed_on=changed_on,
        change_note=change_note,
    )


def _value(entry: Entry, by: Person, at: dt.datetime) -> None:
    facts = ValueFacts(
        period="The first twelve months",
        months=12,
        assumptions="Staff at the middle of their grade with 24% on-costs. A surgery appointment is valued at £42, "
        "46 weeks a year.\n\nThe rent of the old chandlery would have been paid in any case and is left out.",
        source="Council finance team, checked by the primary care network",
        lines=[
            LineFacts("staff", "Four desks, moved from eleven services", Decimal(7300), Decimal("27.40"), None),
            LineFacts("cost", "Telephone system and one record viewer", None, None, Decimal(38000)),
            LineFacts("cash", "Temporary housing not needed: 19 fewer evictions", None, None, Decimal(90000)),
            LineFacts("cash", "Posts not refilled in the eleven services", None, None, Decimal(164000)),
            LineFacts("capacity", "36 surgery appointments a week freed", None, None, Decimal(69552)),
        ],
    )  # fmt: skip
    add_value(entry, "What the door cost and saved", facts, by=by, at=at)


def _testimonial(
    entry: Entry, by: Person, at: dt.datetime, *, consented_on: dt.date | None
) -> None:
    is_given = consented_on is not None
    facts = TestimonialFacts(
        words="I rang about my mother’s rent and they noticed that I was not sleeping. "
        "Nobody had ever put the two together."
        if is_given
        else "I came for the soup. I left knowing that I could pay for the heating.",
        name="Rosalind Peake" if is_given else "Mr Ifor Trask",
        role="resident of Harbour Ward" if is_given else "guest at the table",
        organisation="",
        audience="public" if is_given else "judges",
        consent_from="Rosalind Peake" if is_given else "",
        consent_method="Signed form, kept by the resident panel" if is_given else "",
        consented_on=consented_on,
    )
    add_testimonial(entry, f"{facts.name}, {facts.role}", facts, by=by, at=at)


def _months_before(day: dt.date, count: int) -> dt.date:
    """Return the first of the month `count` months before the month of `day`."""
    months = day.year * 12 + day.month - 1 - count
    return dt.date(months // 12, months % 12 + 1, 1)


def _later(first: dt.date, months: int) -> dt.date:
    return _months_before(first, -months)
