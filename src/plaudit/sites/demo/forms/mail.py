from __future__ import annotations

from django import forms


class MailSearch(forms.Form):
    """Part of an address. Anything may be typed: what matches nothing finds nothing."""

    address = forms.CharField(label="To an address", required=False, max_length=200)
