from __future__ import annotations

from django import forms

from plaudit.entries.actions.contributor import INVITABLE

MAY = {
    "read": "Sees everything, changes nothing.",
    "write": "Writes answers, changes details and files.",
    "submit": "Can also submit, withdraw and invite others.",
}


class InvitationForm(forms.Form):
    email = forms.EmailField(
        label="Their e-mail address",
        help_text="They sign in with this address. They need not have used Plaudit before.",
        error_messages={
            "required": "Enter an e-mail address.",
            "invalid": "Enter an e-mail address in the form name@example.org.",
        },
    )
    level = forms.ChoiceField(
        label="What they may do",
        choices=[(level.value, level.label) for level in INVITABLE],
        initial="write",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what they may do."},
    )
