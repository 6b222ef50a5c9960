from __future__ import annotations

from typing import Any

from allauth.core.internal.cryptokit import compare_user_code
from django import forms


class CodeForm(forms.Form):
    code = forms.CharField(
        label="Code",
        max_length=40,
        error_messages={"required": "Enter the code from the mail."},
        widget=forms.TextInput(attrs={"autocapitalize": "none"}),
    )

    def __init__(self, *args: Any, code: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.expected = code

    def clean_code(self) -> str:
        """Compare in constant time, whatever spaces and dashes were typed."""
        code: str = self.cleaned_data["code"]
        if not compare_user_code(actual=code, expected=self.expected):
            raise forms.ValidationError(
                "That is not the code we sent last. Check the mail and try again."
            )
        return code
