from __future__ import annotations

from django import forms

from plaudit.entries.actions.details import LONGEST_SUMMARY, LONGEST_TITLE
from plaudit.sites.entrant.forms.fields import TextThatMayWait


class DetailsForm(forms.Form):
    """The project's title and summary. Either may be left for later."""

    title = TextThatMayWait(
        label="Title of the project",
        max_length=LONGEST_TITLE,
        help_text=f"Short and plain: it is read out if you win. Up to {LONGEST_TITLE} characters.",
        error_messages={
            "max_length": "The title must be %(limit_value)d characters or fewer. It has %(show_value)d."
        },
    )
    summary = TextThatMayWait(
        label="Summary",
        max_length=LONGEST_SUMMARY,
        strip=False,
        widget=forms.Textarea,
        help_text="What you did, for whom, and what changed. It may be published if you are a finalist.",
        error_messages={
            "max_length": "The summary is far too long to be kept: write 100 words or fewer."
        },
    )
