from __future__ import annotations

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


class FreeForm(forms.Form):
    """Nothing is due: only that it is taken as settled."""

    code = forms.CharField(required=False, max_length=30, widget=forms.HiddenInput)
    seen = forms.IntegerField(widget=forms.HiddenInput)
