from __future__ import annotations

from django import forms

from plaudit.entries.actions.confirmation import LONGEST_NOTE
from plaudit.entries.actions.partner_request import LONGEST_NAME

RIGHT = [("yes", "Yes, they are right"), ("no", "No, something should change")]


class PartnerPersonForm(forms.Form):
    """Who speaks for a partner."""

    name = forms.CharField(
        label="Name of the person",
        max_length=LONGEST_NAME,
        help_text="Somebody who can say that what is written of your work together is right.",
        error_messages={"required": "Enter the person's name."},
    )
    email = forms.EmailField(
        label="Their e-mail address",
        help_text="They get a link of their own. They need no account.",
        error_messages={
            "required": "Enter an e-mail address.",
            "invalid": "Enter an e-mail address in the form name@example.org.",
        },
    )


class ConfirmationForm(forms.Form):
    """What a partner's named person says of the entry that they have read."""

    facts = forms.ChoiceField(
        label="Are the facts right?",
        choices=RIGHT,
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether the facts are right."},
    )
    credit = forms.ChoiceField(
        label="Is the credit right?",
        choices=[("yes", "Yes, it is right"), ("no", "No, something should change")],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether the credit is right."},
    )
    note = forms.CharField(
        label="What should change",
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea,
        help_text="The people who write the entry read this.",
    )
    substance = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
