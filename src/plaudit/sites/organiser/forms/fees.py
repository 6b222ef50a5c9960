"""What entering costs: general terms, and a price for each group of organisations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django import forms

from plaudit.entries.fees import bands_of, fee_terms_of
from plaudit.people.models import OrganisationKind
from plaudit.programmes.actions.fee import GeneralTerms
from plaudit.programmes.models import Edition
from plaudit.programmes.pricing import Band, Step
from plaudit.sites.organiser.forms.fields import (
    MomentField,
    TextAtTimes,
    instant,
    text_area,
    wall_clock,
)
from plaudit.sites.organiser.forms.money import NUMBER_ERRORS, InvoicedForm, MoneyField

GROUPS = 6


class GroupMoneyField(MoneyField):
    """A price in a row that may stay empty."""

    def validate(self, value: Any) -> None:
        if value:
            super().validate(value)


class TermsForm(InvoicedForm):
    seller = forms.CharField(
        label="Your name and address, as on invoices",
        max_length=500,
        widget=text_area(4),
        error_messages={"required": "Enter your name and address, as on invoices."},
    )
    pay_to = forms.CharField(
        label="How an invoice is paid",
        max_length=500,
        required=False,
        widget=text_area(3),
        help_text="Your bank's details, say. It stands on invoices that are not paid by card.",
    )
    payment_days = forms.IntegerField(
        label="Days to pay an invoice",
        min_value=1,
        max_value=120,
        initial=30,
        error_messages=dict.fromkeys(NUMBER_ERRORS, "Enter a number of days from 1 to 120."),
    )
    takes_orders = forms.BooleanField(label="Take purchase orders", required=False, initial=True)
    takes_cards = forms.BooleanField(label="Take cards", required=False)
    second_from = MomentField(label="The second price holds from", required=False)
    third_from = MomentField(label="The third price holds from", required=False)

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.edition = edition

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in ("second_from", "third_from"):
            if cleaned.get(name):
                try:
                    cleaned[name] = instant(cleaned[name], self.edition.zone)
                except forms.ValidationError as error:
                    self.add_error(name, error)
        second, third = cleaned.get("second_from"), cleaned.get("third_from")
        if third and (not second or third <= second):
            self.add_error("third_from", "The third price must hold from later than the second.")
        return cleaned

    def terms(self) -> GeneralTerms:
        """Return what was typed. Valid forms only."""
        fields = GeneralTerms.__dataclass_fields__
        return GeneralTerms(**{name: self.cleaned_data[name] for name in fields})

    def instants(self) -> list[dt.datetime | None]:
        """Return from when each of the three prices holds; None for one that is not used."""
        return [None, self.cleaned_data.get("second_from"), self.cleaned_data.get("third_from")]


class GroupForm(forms.Form):
    name = TextAtTimes(label="Group", max_length=80, help_text="Such as Charities.")
    kinds = forms.MultipleChoiceField(
        label="Kinds of organisation",
        choices=OrganisationKind.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="None ticked: all that no other group names.",
    )
    first = GroupMoneyField(label="First price")
    second = MoneyField(label="Second price", required=False)
    third = MoneyField(label="Third price", required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("name") and cleaned.get("first") is None and "first" not in self.errors:
            self.add_error("first", "Enter the first price, without VAT. 0 if it is free.")
        if not cleaned.get("name") and (cleaned.get("first") or cleaned.get("kinds")):
            self.add_error("name", "Name the group, such as Charities.")
        return cleaned

    def band(self, instants: list[dt.datetime | None]) -> Band | None:
        """Return the group with its prices, or None for an empty row. Valid forms only."""
        typed = self.cleaned_data
        if not typed["name"]:
            return None
        prices = [typed["first"], typed["second"], typed["third"]]
        steps = [
            Step(price, when)
            for place, (price, when) in enumerate(zip(prices, instants, strict=True))
            if price is not None and (place == 0 or when is not None)
        ]
        return Band(typed["name"], frozenset(typed["kinds"]), steps)


class FeeForms:
    """The terms and the groups together."""

    def __init__(self, edition: Edition, data: Mapping[str, Any] | None = None) -> None:
        terms, bands = fee_terms_of(edition), bands_of(edition)
        instants = sorted({step.from_at for band in bands for step in band.steps if step.from_at})
        initial = {} if terms is None else dict(vars(terms))
        for name, when in zip(("second_from", "third_from"), instants, strict=False):
            initial[name] = wall_clock(when, edition.zone)
        self.terms = TermsForm(data, edition=edition, initial=initial)
        rows = [_row(band, instants) for band in bands]
        rows += [{} for _ in range(GROUPS - len(rows))]
        self.groups = [
            GroupForm(data, prefix=f"g{place}", initial=row) for place, row in enumerate(rows)
        ]

    @property
    def forms(self) -> list[forms.Form]:
        return [self.terms, *self.groups]

    def is_valid(self) -> bool:
        return not [form for form in self.forms if not form.is_valid()]

    def bands(self) -> list[Band]:
        """Return the groups that were filled in. Valid forms only."""
        made = [form.band(self.terms.instants()) for form in self.groups]
        return [band for band in made if band is not None]


def _row(band: Band, instants: list[dt.datetime]) -> dict[str, Any]:
    amounts = {step.from_at: step.amount for step in band.steps}
    row: dict[str, Any] = {"name": band.name, "kinds": sorted(band.kinds)}
    for name, when in zip(("first", "second", "third"), [None, *instants], strict=False):
        if when in amounts:
            row[name] = f"{amounts[when] / 100:.2f}"
    return row


class CodeForm(forms.Form):
    code = forms.RegexField(
        r"^[A-Za-z0-9-]+$",
        label="Code",
        max_length=30,
        error_messages={
            "required": "Enter the code that people type.",
            "invalid": "Use letters, digits and hyphens only.",
        },
    )
    percent = forms.IntegerField(
        label="Per cent off",
        min_value=1,
        max_value=100,
        help_text="100 makes the entry free.",
        error_messages=dict.fromkeys(NUMBER_ERRORS, "Enter a whole number from 1 to 100."),
    )
    most_uses = forms.IntegerField(
        label="How often it can be used",
        min_value=1,
        required=False,
        help_text="Empty: any number.",
        error_messages=dict.fromkeys(NUMBER_ERRORS, "Enter a whole number, 1 or more."),
    )
    ends_at = MomentField(label="Until when", required=False)
