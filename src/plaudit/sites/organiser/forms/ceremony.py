"""The ceremony: what is on sale, payments for bookings, and cancelling one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django import forms

from plaudit.ceremony.actions.event import Terms
from plaudit.ceremony.models import Event
from plaudit.ceremony.rules import MOST_AT_TABLE, MOST_TABLES
from plaudit.entries.fees import fee_terms_of
from plaudit.programmes.models import Edition
from plaudit.sites.components.renewed import Renewed
from plaudit.sites.organiser.forms.fields import MomentField, instant, text_area, wall_clock
from plaudit.sites.organiser.forms.money import NUMBER_ERRORS, InvoicedForm, MoneyField

MOMENTS = ("starts_at", "booking_opens_at", "booking_closes_at", "names_due_at")
PRICES = ("table_price", "place_price")
ON_INVOICES = ("currency", "vat_percent", "vat_number", "seller", "pay_to", "payment_days")


def _whole(label: str, most: int, **options: Any) -> forms.IntegerField:
    errors = dict.fromkeys(NUMBER_ERRORS, f"Enter a whole number from 1 to {most:,}.")
    return forms.IntegerField(
        label=label, min_value=1, max_value=most, error_messages=errors, **options
    )


class EventForm(InvoicedForm, Renewed):
    field_order = (  # as on the page, since errors are listed in it
        "name", "starts_at", "venue", "address", "booking_opens_at", "booking_closes_at", "names_due_at", "tables",
        "places_at_table", "most_places", "terms", "table_price", "place_price", "currency", "vat_percent",
        "payment_days", "vat_number", "seller", "pay_to",
    )  # fmt: skip

    version = forms.IntegerField(widget=forms.HiddenInput)
    name = forms.CharField(label="Name of the event", max_length=120)
    venue = forms.CharField(label="Venue", max_length=200)
    address = forms.CharField(label="Address", max_length=500, required=False, widget=text_area(3))
    starts_at = MomentField(label="It begins")
    booking_opens_at = MomentField(label="Booking opens")
    booking_closes_at = MomentField(
        label="Booking closes",
        help_text="Until then places can be added, given back and cancelled.",
    )
    names_due_at = MomentField(
        label="Names of guests by", help_text="Until then names, diets and needs can be changed."
    )
    tables = _whole("Tables on sale", MOST_TABLES)
    places_at_table = _whole("Places at a table", MOST_AT_TABLE, initial=10)
    most_places = _whole(
        "Most places for one organisation",
        30_000,
        required=False,
        help_text="Empty: as many as there are.",
    )
    table_price = MoneyField(label="Price of a table", help_text="Before VAT. 0 is free.")
    place_price = MoneyField(label="Price of a single place", help_text="Before VAT. 0 is free.")
    seller = forms.CharField(
        label="Your name and address, as on invoices",
        max_length=500,
        required=False,
        widget=text_area(4),
        help_text="Needed where there is a price.",
    )
    pay_to = forms.CharField(
        label="How an invoice is paid",
        max_length=500,
        required=False,
        widget=text_area(3),
        help_text="Your bank’s details, say.",
    )
    payment_days = _whole("Days to pay an invoice", 120, initial=30)
    terms = forms.CharField(
        label="Terms of booking",
        max_length=4000,
        required=False,
        widget=text_area(6),
        help_text="Whoever books accepts them: what happens when somebody cancels late, say.",
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, edition: Edition, event: Event | None
    ) -> None:
        super().__init__(data, initial=_standing(event) if event else _beginning(edition))
        for name, moment in [("starts_at", edition.ceremony_at), *_moments(event)]:
            self.initial[name] = wall_clock(moment, edition.zone)
        self.initial["venue"] = edition.venue
        self.initial["version"] = event.version if event else 0
        self.edition = edition

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in MOMENTS:
            if cleaned.get(name):
                try:
                    cleaned[name] = instant(cleaned[name], self.edition.zone)
                except forms.ValidationError as error:
                    self.add_error(name, error)
        return cleaned

    def terms_of_sale(self) -> Terms:
        """Return what was typed. Valid forms only."""
        return Terms(**{name: self.cleaned_data[name] for name in Terms.__dataclass_fields__})


def _standing(event: Event) -> dict[str, Any]:
    """Return the event as a form begins with it, amounts as people write them."""
    given = {name: getattr(event, name) for name in Terms.__dataclass_fields__}
    return given | {name: f"{given[name] / 100:.2f}" for name in PRICES}


def _beginning(edition: Edition) -> dict[str, Any]:
    """Return what is known before there is an event: what stands on invoices for entries is likely the same."""
    terms = fee_terms_of(edition)
    known = {name: getattr(terms, name) for name in ON_INVOICES} if terms else {}
    return {"name": f"{edition.name}: the ceremony", **known}


def _moments(event: Event | None) -> list[tuple[str, Any]]:
    return [(name, getattr(event, name, None)) for name in MOMENTS if name != "starts_at"]


class BookingPaymentForm(Renewed):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    amount = MoneyField(label="Amount", error_messages={"required": "Enter the amount."})
    note = forms.CharField(
        label="Note", max_length=200, required=False, help_text="Such as the bank’s reference."
    )


class BookingCancellationForm(Renewed):
    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label="Why?",
        max_length=300,
        help_text="The organisation reads it.",
        error_messages={"required": "Say why the booking is cancelled."},
    )
