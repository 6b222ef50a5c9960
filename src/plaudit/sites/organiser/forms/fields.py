"""Fields that several forms of the room share."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from django import forms
from django.core.exceptions import ValidationError

TYPED = "%Y-%m-%dT%H:%M"
LETTERS_A_ROW = 50


class MomentField(forms.Field):
    """A day and a time, as read off a wall clock: `clean` gives a naive datetime. See `instant`."""

    widget = forms.TextInput
    default_error_messages = {"invalid": "Enter a day and a time, like 2027-03-12T17:00."}

    def prepare_value(self, value: Any) -> Any:
        return value.strftime(TYPED) if isinstance(value, dt.datetime) else value

    def to_python(self, value: Any) -> dt.datetime | None:
        if not value:
            return None
        try:
            typed = dt.datetime.fromisoformat(str(value).strip())
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None
        return typed.replace(tzinfo=None)


def instant(typed: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """Return the instant at which the zone's clocks show `typed`; the first, where they do so twice.

    Raises `ValidationError` for a time that the clocks skip.
    """
    aware = typed.replace(tzinfo=zone)
    back = aware.astimezone(dt.UTC).astimezone(zone)
    if back.replace(tzinfo=None) != typed:
        raise ValidationError(
            f"The clocks go forward on that day: there is no {typed:%H:%M}. Choose another time."
        )
    return aware.astimezone(dt.UTC)


def wall_clock(moment: dt.datetime | None, zone: ZoneInfo) -> dt.datetime | None:
    """Return what the zone's clocks show at the instant, for a form to begin with."""
    return moment.astimezone(zone).replace(tzinfo=None) if moment else None


class ZoneField(forms.CharField):
    """The name of a time zone, such as Europe/London."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", "Time zone")
        options.setdefault(
            "help_text", "Every date is shown in it, with its name. For example Europe/London."
        )
        super().__init__(max_length=40, **options)

    def clean(self, value: Any) -> str:
        name = str(super().clean(value))
        if name not in available_timezones():
            raise ValidationError("That is not a time zone. Enter one like Europe/London.")
        return name


class Roomy(forms.Form):
    """A form that knows how tall its text areas should be."""

    def rows_of(self, name: str, least: int) -> int:
        """Return how many rows show the field's text whole, at least `least`, at most 30."""
        lines = str(self[name].value() or "").splitlines()
        return min(30, max(least, sum(1 + len(line) // LETTERS_A_ROW for line in lines) + 1))


class Pick(forms.ChoiceField):
    """A choice among things of which the first, empty one is an answer too, so that it is never "optional"."""

    def validate(self, value: Any) -> None:
        if value:
            super().validate(value)


class TextAtTimes(forms.CharField):
    """Text that another answer may ask for: never "optional", and only its form can refuse it when empty."""

    def validate(self, value: Any) -> None:
        if value:
            super().validate(value)


def text_area(rows: int = 6) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})
