"""What every form about money asks alike: amounts, the currency, and what stands on invoices."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms

NUMBER_ERRORS = (
    "required",
    "invalid",
    "min_value",
    "max_value",
    "max_digits",
    "max_decimal_places",
    "max_whole_digits",
)
CURRENCIES = [("GBP", "Pounds (GBP)"), ("EUR", "Euro (EUR)"), ("USD", "US dollars (USD)")]


class MoneyField(forms.CharField):
    """An amount as people write it, "£1,250" or "99.50": `clean` gives hundredths, or None for nothing."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=20, **options)

    def clean(self, value: Any) -> Any:
        typed = str(super().clean(value)).strip().lstrip("£€$").replace(",", "").replace(" ", "")
        if not typed:
            return None
        try:
            amount = Decimal(typed) * 100
        except InvalidOperation:
            amount = Decimal("NaN")
        if (
            not amount.is_finite()
            or amount != amount.to_integral_value()
            or not 0 <= amount < 10**8
        ):
            raise forms.ValidationError("Enter an amount like 250 or 99.50.")
        return int(amount)


class InvoicedForm(forms.Form):
    """Something that invoices are written for."""

    currency = forms.ChoiceField(label="Currency", choices=CURRENCIES, initial="GBP")
    vat_percent = forms.DecimalField(
        label="VAT in per cent",
        min_value=0,
        max_value=99,
        max_digits=4,
        decimal_places=2,
        initial=20,
        error_messages=dict.fromkeys(NUMBER_ERRORS, "Enter a percentage like 20, or 0 for no VAT."),
    )
    vat_number = forms.CharField(label="Your VAT number", max_length=30, required=False)
