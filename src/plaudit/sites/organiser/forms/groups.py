from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError

from plaudit.sites.organiser.forms.fields import text_area


class GroupsForm(forms.Form):
    names = forms.CharField(
        label="Groups",
        required=False,
        widget=text_area(8),
        help_text="One on each line, in the order of the public page.",
    )

    def clean_names(self) -> list[str]:
        names = [line.strip() for line in self.cleaned_data["names"].splitlines() if line.strip()]
        too_long = [name for name in names if len(name) > 120]
        if too_long:
            raise ValidationError(f"“{too_long[0][:60]}…” is too long: keep to 120 characters.")
        return names
