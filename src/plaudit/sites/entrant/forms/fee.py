from __future__ import annotations

from typing import Any

from django import forms


class OrderForm(forms.Form):
    """What an invoice needs to be paid."""

    bill_to = forms.CharField(
        label="Name and address for the invoice",
        max_length=500,
        widget=forms.Textarea,
        error_messages={"required": "Enter the name and address for the invoice."},
    )
    purchase_order = forms.CharField(
        label="Number of your purchase order",
        max_length=60,
        error_messages={"required": "Enter the number of your purchase order."},
    )
    code = forms.CharField(required=False, max_length=30, widget=forms.HiddenInput)
    seen = forms.IntegerField(widget=forms.HiddenInput)


class FreeForm(OrderForm):
    """Nothing is due: only that it is taken as settled.

    The page asks for the rest after all where something is due by then: a code runs out, a price changes.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("bill_to", "purchase_order"):
            self.fields[name].required = False
