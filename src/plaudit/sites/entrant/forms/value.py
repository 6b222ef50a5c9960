from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from plaudit.entries.actions.value import (
    LONGEST_ASSUMPTIONS,
    MOST_LINES,
    MOST_MONTHS,
    LineFacts,
    ValueFacts,
)
from plaudit.entries.engines.charts.numbers import plain
from plaudit.entries.engines.value import staff_cost
from plaudit.entries.evidence_words import pounds
from plaudit.entries.models import Evidence, ValueLineKind
from plaudit.sites.entrant.forms.fields import ChoiceThatMayWait
from plaudit.sites.entrant.forms.written import WrittenNumber, line, title_field

SPARE_LINES = 3
POUNDS = ("amount", "rate")


class ValueLineForm(forms.Form):
    """One cost or saving. A line with nothing but a kind is left out."""

    kind = ChoiceThatMayWait(label="Kind", choices=[("", "Choose one"), *ValueLineKind.choices])
    description = line("What", 200)
    hours = WrittenNumber(label="Hours")
    rate = WrittenNumber(label="£ an hour")
    amount = WrittenNumber(label="Amount in £")

    @property
    def is_blank(self) -> bool:
        return not any(
            self.cleaned_data.get(name) for name in ("description", "hours", "rate", "amount")
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in ("hours", *POUNDS):
            number = cleaned.get(name)
            if number and number.value < 0:
                self.add_error(
                    name, "Write it without a minus: the kind says whether it is a cost."
                )
            if number and number.unit not in {"", "£"} and name in POUNDS:
                self.add_error(name, "Write the amount in pounds.")
        if self.errors or self.is_blank:
            return cleaned
        if not cleaned["kind"]:
            self.add_error("kind", "Say whether it is a cost or a saving.")
        if not cleaned["description"]:
            self.add_error("description", "Say what it is.")
        self._check_amount(cleaned)
        return cleaned

    def _check_amount(self, cleaned: dict[str, Any]) -> None:
        """Refuse figures that say two things, so that none of them is dropped unseen."""
        hours, rate, amount = cleaned["hours"], cleaned["rate"], cleaned["amount"]
        is_staff = cleaned["kind"] == ValueLineKind.STAFF
        if cleaned["kind"] and not is_staff and (hours or rate):
            self.add_error(
                "hours", "Hours and their cost are for staff time: choose that kind, or empty them."
            )
        elif not amount and not (is_staff and hours and rate):
            self.add_error("amount", "Give the amount, or for staff time the hours and the rate.")
        elif (
            amount
            and hours
            and rate
            and amount.value != (worked := staff_cost(hours.value, rate.value))
        ):
            self.add_error(
                "amount",
                f"The hours at that cost come to {pounds(worked)}. Leave the amount empty, or put it right.",
            )

    def facts(self) -> LineFacts:
        """Return the line, once it is valid."""
        values = {
            name: number.value if (number := self.cleaned_data[name]) else None
            for name in ("hours", *POUNDS)
        }
        return LineFacts(self.cleaned_data["kind"], self.cleaned_data["description"], **values)


class ValueForm(forms.Form):
    """What the project cost and saved: this form, and one for each line in `lines`."""

    title = title_field("Title", "For example: value for money of the night team.")
    period = line("Period", 80, "For example: April 2025 to March 2026.")
    months = forms.IntegerField(
        label="Length of the period in months",
        required=False,
        help_text="With it, judges are told when the costs are covered.",
        min_value=1,
        max_value=MOST_MONTHS,
        error_messages={
            "invalid": "Write the months as a whole number, such as 12.",
            "min_value": "The period must be at least one month.",
            "max_value": "The period can be 50 years at most.",
        },
    )
    assumptions = forms.CharField(
        label="What the figures rest on",
        required=False,
        max_length=LONGEST_ASSUMPTIONS,
        widget=forms.Textarea,
        help_text="For example: staff at the middle of band 6 with 25% on-costs; a bed day valued at £345.",
    )
    source = line("Source", 300)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, initial: dict[str, Any] | None = None
    ) -> None:
        super().__init__(data, initial=initial)
        shown = (initial or {}).get("lines", [])
        count = len(shown) + SPARE_LINES
        if data is not None:
            places = [name.split("-")[1] for name in data if name.startswith("line-")]
            numbers = (int(place) for place in places if place.isdecimal() and len(place) < 4)
            count = 1 + max(numbers, default=0)
        self.lines = [
            ValueLineForm(data, prefix=f"line-{n}", initial=shown[n] if n < len(shown) else None)
            for n in range(min(count, MOST_LINES + SPARE_LINES))
        ]

    def is_valid(self) -> bool:
        faulty = [n for n, each in enumerate(self.lines, start=1) if not each.is_valid()]
        is_valid = super().is_valid()
        for number in faulty:
            self.add_error(None, f"Line {number} needs another look.")
        if faulty or not is_valid:
            return False
        if all(each.is_blank for each in self.lines):
            self.add_error(None, "Add one cost or saving at least.")
        return not self.errors

    def facts(self) -> ValueFacts:
        """Return what the form says, once it is valid."""
        cleaned = {name: value for name, value in self.cleaned_data.items() if name != "title"}
        return ValueFacts(
            **cleaned, lines=[each.facts() for each in self.lines if not each.is_blank]
        )


def value_initial(evidence: Evidence) -> dict[str, Any]:
    """Return the costs and savings as the form shows them."""
    value = evidence.value
    names = ("period", "months", "assumptions", "source")
    return {
        "title": evidence.title,
        **{name: getattr(value, name) for name in names},
        "lines": [
            {
                "kind": each.kind,
                "description": each.description,
                "hours": "" if each.hours is None else plain(each.hours),
                "rate": "" if each.rate is None else plain(each.rate),
                "amount": "" if None not in {each.hours, each.rate} else plain(each.amount),
            }
            for each in value.lines.all()
        ],
    }
