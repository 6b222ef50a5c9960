from __future__ import annotations

from django import forms


class AddressForm(forms.Form):
    """The address to send a sign-in code to."""

    email = forms.EmailField(
        label="Your email address",
        max_length=254,
        error_messages={
            "required": "Enter your email address.",
            "invalid": "Enter an email address in the format name@example.org.",
        },
        widget=forms.EmailInput(attrs={"autocapitalize": "none"}),
    )
