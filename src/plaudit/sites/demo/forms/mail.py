from __future__ import annotations

from django import forms


class MailSearch(forms.Form):
    """An address. Anything may be typed: what is nobody's has no mail."""

    address = forms.CharField(label="To the address")
