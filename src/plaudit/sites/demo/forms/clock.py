from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from django import forms

from plaudit.kit.clock import real_now

MOST_YEARS_AWAY = 15


class InstantForm(forms.Form):
    """Any date and time, as the wall clock of the edition's zone shows them."""

    date = forms.DateField(
        label="Date",
        help_text="For example, 2027-03-12",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Enter a date.", "invalid": "Enter a date such as 2027-03-12."},
    )
    time = forms.TimeField(
        label="Time",
        help_text="For example, 16:59",
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": "Enter a time.", "invalid": "Enter a time such as 16:59."},
    )

    @staticmethod
    def parts_of(local: dt.datetime) -> dict[str, object]:
        return {"date": local.date(), "time": local.time().replace(second=0, microsecond=0)}

    def clean_date(self) -> dt.date:
        """Keep to dates that every calendar page can show."""
        date: dt.date = self.cleaned_data["date"]
        if abs(date.year - real_now().year) > MOST_YEARS_AWAY:
            raise forms.ValidationError("Choose a date within fifteen years of now.")
        return date

    def instant(self, zone: ZoneInfo) -> dt.datetime:
        """Return the moment that was given, aware."""
        return dt.datetime.combine(self.cleaned_data["date"], self.cleaned_data["time"], zone)
