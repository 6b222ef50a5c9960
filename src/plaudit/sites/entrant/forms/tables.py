"""Booking tables at a ceremony, and naming guests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django import forms

from plaudit.ceremony.actions.booking import LONGEST_ADDRESS, prices_of
from plaudit.ceremony.holdings import holding_of
from plaudit.ceremony.models import Booking, Event
from plaudit.sites.components.guest_forms import GuestForm
from plaudit.sites.components.renewed import Renewed

MOST = 10_000
NUMBER = "Enter a whole number, or 0 for none."
LONGEST_LIST = 100_000


class CountField(forms.IntegerField):
    """A number of tables or places; nothing typed is none."""

    def __init__(self, **options: Any) -> None:
        errors = dict.fromkeys(("required", "invalid", "min_value", "max_value"), NUMBER)
        super().__init__(min_value=0, max_value=MOST, error_messages=errors, **options)

    def clean(self, value: Any) -> Any:
        return super().clean("0" if str(value or "").strip() == "" else value)


class BookForm(Renewed):
    """How many tables and places, and for the invoice."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    seen = forms.CharField(widget=forms.HiddenInput, max_length=60)
    tables = CountField(label="Tables", initial=1)
    places = CountField(label="Single places", initial=0)
    purchase_order = forms.CharField(
        label="Your purchase order number",
        max_length=60,
        required=False,
        help_text="It stands on the invoice. You can add it later.",
    )
    bill_to = forms.CharField(
        label="Name and address for the invoice",
        max_length=LONGEST_ADDRESS,
        required=False,
        widget=forms.Textarea,
        help_text="If it does not go to the organisation by its name alone.",
    )
    accepted = forms.BooleanField(
        label="I accept these terms for my organisation",
        error_messages={
            "required": "Accept the terms of booking, or ask the organiser about them."
        },
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, event: Event) -> None:
        super().__init__(data, initial={"seen": prices_of(event)})
        if not event.terms.strip():
            del self.fields["accepted"]
        if not (event.table_price or event.place_price):
            del self.fields["purchase_order"], self.fields["bill_to"]
        self.fields["tables"].help_text = f"A table has {event.places_at_table} places."


class ChangeForm(Renewed):
    """How many tables and places the booking should hold."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    version = forms.IntegerField(widget=forms.HiddenInput)
    tables = CountField(label="Tables")
    places = CountField(label="Single places")

    @classmethod
    def of(cls, booking: Booking) -> ChangeForm:
        """Return the form with what the booking holds."""
        held = holding_of(booking)
        given = {"version": booking.version, "tables": held.tables, "places": held.singles}
        return cls(initial=given, auto_id="id_change_%s")


class BillingForm(Renewed):
    """What stands on invoices."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    purchase_order = forms.CharField(label="Purchase order number", max_length=60, required=False)
    bill_to = forms.CharField(
        label="Name and address for the invoice",
        max_length=LONGEST_ADDRESS,
        required=False,
        widget=forms.Textarea,
    )

    @classmethod
    def of(cls, booking: Booking) -> BillingForm:
        """Return the form as the booking stands."""
        fields = ("version", "purchase_order", "bill_to")
        initial = {name: getattr(booking, name) for name in fields}
        return cls(initial=initial, auto_id="id_billing_%s")


class CancelForm(Renewed):
    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label="Why?", max_length=300, required=False, help_text="The organiser reads it."
    )


class NewGuestForm(GuestForm):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


class GuestListForm(Renewed):
    """Guests one a line, or cells of a spreadsheet."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    guests = forms.CharField(
        label="Guests, one a line",
        max_length=LONGEST_LIST,
        widget=forms.Textarea,
        help_text="The name, a comma, what they eat, a semicolon, what they need: “Ada Byron, vegan; hearing "
        "loop”. Or paste three columns of a spreadsheet.",
        error_messages={"required": "Paste or write at least one guest."},
    )

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, auto_id="id_list_%s")
