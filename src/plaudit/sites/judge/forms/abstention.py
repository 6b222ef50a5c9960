from __future__ import annotations

from django import forms

INTEREST = "interest"


class AbstentionForm(forms.Form):
    """Why a judge will not score an entry."""

    why = forms.ChoiceField(
        label="What keeps you from judging it?",
        choices=[
            (INTEREST, "I have an interest in it"),
            ("other", "Something else"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what keeps you from judging this entry."},
    )
    reason = forms.CharField(
        label="Tell the organiser why, in a sentence",
        max_length=300,
        widget=forms.Textarea,
        error_messages={
            "required": "Say why, in a sentence.",
            "max_length": "The reason can have 300 characters.",
        },
    )
