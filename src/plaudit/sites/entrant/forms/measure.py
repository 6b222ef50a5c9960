from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms

from plaudit.entries.actions.measure import LONGEST, MeasureFacts
from plaudit.entries.engines.charts.numbers import plain
from plaudit.entries.engines.charts.series import (
    MOST_FAULTS,
    kept_series,
    read_series,
    written_series,
)
from plaudit.entries.models import Direction, Evidence
from plaudit.sites.entrant.forms.written import (
    WrittenDay,
    WrittenNumber,
    day_text,
    line,
    title_field,
)

FIGURES = ("baseline", "target", "result")
LONGEST_SERIES = 40_000


class MeasureForm(forms.Form):
    """A measure, its figures written as people write them, and its series as it was pasted."""

    title = title_field("What did you measure?", "For example: patients seen within 24 hours.")
    unit = line("Unit", LONGEST["unit"], "%, £, days, falls for each 1,000 bed days.")
    direction = forms.ChoiceField(
        label="Which way is better?",
        choices=Direction.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Say which way is better."},
    )
    baseline = WrittenNumber(label="Before", help_text="For example 41% or 1,200.")
    baseline_period = line("When, before", LONGEST["baseline_period"], "For example: 2024 to 2025.")
    target = WrittenNumber(label="Target")
    target_period = line("By when", LONGEST["target_period"])
    result = WrittenNumber(label="After")
    result_period = line("When, after", LONGEST["result_period"])
    source = line(
        "Source", LONGEST["source"], "Where the figures come from, so that a judge can trust them."
    )
    series = forms.CharField(
        label="Dates and values",
        required=False,
        strip=False,
        max_length=LONGEST_SERIES,
        widget=forms.Textarea(attrs={"spellcheck": "false", "autocomplete": "off"}),
        help_text=(
            "Copy two columns from Excel, dates and values, and paste them here. "
            "Limits need seven points, and are firm from 12."
        ),
        error_messages={"max_length": "That is too much for one chart: 400 lines at most."},
    )
    changed_on = WrittenDay(
        label="Date of the change",
        required=False,
        help_text="From when the new way of working should show: 1/4/2025 or Apr 2025.",
    )
    change_note = line("What changed on that day", LONGEST["change_note"])

    def clean_series(self) -> list[list[str]]:
        series = read_series(self.cleaned_data["series"].replace("\x00", ""))
        for fault in series.faults[:MOST_FAULTS]:
            place = f"Line {fault.line}: " if fault.line else ""
            self.add_error("series", f"{place}{fault.reason}")
        more = len(series.faults) - MOST_FAULTS
        if more > 0:
            self.add_error("series", f"And {more} more lines could not be read.")
        if len(series.points) == 1:
            self.add_error("series", "A chart needs two points at least.")
        self.series_unit = series.unit
        return kept_series(series)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        written = {cleaned[name].unit for name in FIGURES if cleaned.get(name)} | {
            getattr(self, "series_unit", "")
        }
        units = {unit for unit in written if unit}
        given = " ".join(cleaned.get("unit", "").split())
        if given.lower() in {"percent", "per cent", "pc"}:
            given = "%"
        if not given and len(units) == 1:
            given = units.pop()
        elif any(unit.lower() != given.lower() for unit in units):
            self.add_error(
                "unit",
                f"The figures are in {' and '.join(sorted(units))}. Use one unit for all of them.",
            )
        cleaned["unit"] = given
        if cleaned.get("changed_on") and not cleaned.get("series") and "series" not in self.errors:
            self.add_error("changed_on", "A date of change needs a series of dates and values.")
        return cleaned

    def facts(self) -> MeasureFacts:
        """Return what the form says, once it is valid."""
        cleaned = {name: value for name, value in self.cleaned_data.items() if name != "title"}
        for name in FIGURES:
            cleaned[name] = cleaned[name].value if cleaned[name] else None
        return MeasureFacts(**cleaned)


def measure_initial(evidence: Evidence) -> dict[str, Any]:
    """Return the measure as the form shows it."""
    measure = evidence.measure
    names = ("unit", "direction", "source", "change_note", *(f"{name}_period" for name in FIGURES))
    return {
        "title": evidence.title,
        **{name: getattr(measure, name) for name in names},
        **{name: _figure(getattr(measure, name)) for name in FIGURES},
        "series": written_series(measure.series),
        "changed_on": day_text(measure.changed_on),
    }


def _figure(value: Decimal | None) -> str:
    return "" if value is None else plain(value)
