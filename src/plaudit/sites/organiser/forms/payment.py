from __future__ import annotations

from typing import Any

from django import forms

from plaudit.sites.organiser.forms.money import MoneyField


class PaymentForm(forms.Form):
    amount = MoneyField(
        label="Amount that came in", error_messages={"required": "Enter the amount that came in."}
    )
    note = forms.CharField(
        label="Note",
        max_length=200,
        required=False,
        help_text="Such as the bank's reference.",
    )

    def clean_amount(self) -> Any:
        amount = self.cleaned_data["amount"]
        if not amount:
            raise forms.ValidationError("Enter an amount like 250 or 99.50.")
        return amount
