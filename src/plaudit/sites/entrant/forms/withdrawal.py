from __future__ import annotations

from django import forms


class WithdrawalForm(forms.Form):
    reason = forms.CharField(
        label="Why are you withdrawing it?",
        required=False,
        max_length=300,
        help_text="Only the organiser reads this.",
        error_messages={"max_length": "The reason must be %(limit_value)d characters or fewer."},
    )
