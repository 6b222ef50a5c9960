"""Fields that read numbers and days as people write them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from plaudit.entries.engines.charts.dates import date_in
from plaudit.entries.engines.charts.numbers import Number, number_in
from plaudit.sites.entrant.forms.fields import TextThatMayWait


class WrittenNumber(forms.Field):
    """A number such as "41%", "1,200" or "£3.5m"; None when empty. The unit written with it is kept.

    It may wait: it is not called optional, and not refused when empty.
    """

    def validate(self, value: Number | None) -> None:
        """Take an empty box as it is."""

    def to_python(self, value: Any) -> Number | None:
        text = "" if value is None else str(value).replace("\x00", "").strip()
        if not text:
            return None
        try:
            return number_in(text[:100])
        except ValueError as error:  # the name first: a page may hold several that read alike
            raise forms.ValidationError(f"{self.label}: {error}") from error


class WrittenDay(forms.Field):
    """A day such as "31/1/2025" or "Jan 2025"; None when empty."""

    def to_python(self, value: Any) -> dt.date | None:
        if isinstance(value, dt.date):
            return value
        text = "" if value is None else str(value).replace("\x00", "").strip()
        if not text:
            return None
        try:
            return date_in(text[:60])
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error


def day_text(day: dt.date | None) -> str:
    """Return the day as `WrittenDay` reads it back."""
    return "" if day is None else f"{day.day}/{day.month}/{day.year}"


def line(label: str, longest: int, hint: str = "", **more: Any) -> forms.CharField:
    """Return a field for one line of text that may wait."""
    return TextThatMayWait(
        label=label,
        max_length=longest,
        help_text=hint,
        error_messages={"max_length": f"{label}: %(limit_value)d characters or fewer."},
        **more,
    )


def title_field(label: str, hint: str) -> forms.CharField:
    """Return the field for what the evidence is called."""
    return forms.CharField(
        label=label,
        max_length=200,
        help_text=hint,
        error_messages={
            "required": "Give it a title, so that judges know what it is.",
            "max_length": "The title must be %(limit_value)d characters or fewer.",
        },
    )
