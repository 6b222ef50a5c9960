from __future__ import annotations

from typing import Any

from django import forms

from plaudit.programmes.models import TeamRole

HINTS = [
    ("media", TeamRole.MEDIA),
    ("press", TeamRole.MEDIA),
    ("marketing", TeamRole.MEDIA),
    ("judg", TeamRole.JUDGING),
]
ROLES = [(role.value, role.label) for role in TeamRole if role != TeamRole.DIRECTOR]


class DeskForm(forms.Form):
    """A contact as people find it on the public pages."""

    is_wanted = forms.BooleanField(label="Store as an enquiry desk", required=False)
    purpose = forms.CharField(label="What it is for", max_length=120)
    role = forms.ChoiceField(label="Who answers it", choices=ROLES)
    contact_name = forms.CharField(label="Name", max_length=120, required=False)
    phone = forms.CharField(label="Telephone", max_length=40, required=False)
    email = forms.EmailField(label="E-mail", required=False)

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound and not self.data.get(self.add_prefix("is_wanted")) and self.prefix:
            self.errors.clear()

    def values(self) -> dict[str, Any]:
        """Return what was typed, without the tick. Valid forms only."""
        return {name: value for name, value in self.cleaned_data.items() if name != "is_wanted"}


def role_for(purpose: str) -> TeamRole:
    """Return the role of the team that most likely answers for this purpose."""
    lowered = purpose.casefold()
    return next((role for word, role in HINTS if word in lowered), TeamRole.ENTRIES)
