from __future__ import annotations

from django import forms

from plaudit.sites.entrant.forms.fields import TextThatMayWait


class NewsForm(forms.Form):
    """What is new since the earlier entry."""

    text = TextThatMayWait(
        label="What is new since then",
        help_text="Say in a few sentences what has changed: new results, more places, more partners.",
        widget=forms.Textarea,
        required=False,
        strip=False,
    )
