from __future__ import annotations

from typing import Any

from django import forms

from plaudit.sites.organiser.forms.fields import TextAtTimes, text_area


class ReceptionForm(forms.Form):
    is_in_order = forms.ChoiceField(
        label="Is this entry in order?",
        choices=[("yes", "Yes, it is complete and in the right category"), ("no", "No")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether the entry is in order."},
    )
    note = TextAtTimes(
        label="If not, what is to be put right?",
        max_length=500,
        widget=text_area(3),
        help_text="This goes by mail to those who can submit the entry.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("is_in_order") == "no" and not str(cleaned.get("note", "")).strip():
            self.add_error("note", "Say what is to be put right.")
        return cleaned
