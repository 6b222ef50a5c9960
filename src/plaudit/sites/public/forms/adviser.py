from __future__ import annotations

from django import forms


class AdviserForm(forms.Form):
    """A project in a few words."""

    title = forms.CharField(
        label="What is the project called?",
        max_length=120,
        required=False,
        error_messages={"max_length": "The title must be 120 characters or fewer."},
    )
    summary = forms.CharField(
        label="What does it do, for whom, and who works on it?",
        help_text="Two or three sentences. Nothing that you type here is kept.",
        max_length=4000,
        widget=forms.Textarea,
        error_messages={
            "required": "Say in a sentence or two what the project does.",
            "max_length": "Use 4,000 characters or fewer.",
        },
    )
