from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError

from plaudit.programmes.naming import edition_slug_for, slug_for
from plaudit.programmes.rules import dates_are_in_order
from plaudit.sites.organiser.forms.fields import MomentField, ZoneField, instant

DATES = ["opens_at", "closes_at", "judging_opens_at", "judging_closes_at"]


class DatesForm(forms.Form):
    """The four dates of an edition, typed by the clocks of its time zone and cleaned to instants."""

    time_zone = ZoneField(initial="Europe/London")
    opens_at = MomentField(label="Entries open")
    closes_at = MomentField(label="Entries close")
    judging_opens_at = MomentField(label="Judging opens")
    judging_closes_at = MomentField(label="Judging closes")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "time_zone" in cleaned:
            self.make_instants(cleaned, ZoneInfo(cleaned["time_zone"]))
        if all(isinstance(cleaned.get(name), dt.datetime) for name in DATES) and not self.errors:
            verdict = dates_are_in_order(*(cleaned[name] for name in DATES))
            if not verdict:
                self.add_error(
                    "closes_at" if "Entries" in verdict.reason else "judging_opens_at",
                    verdict.reason,
                )
        return cleaned

    def make_instants(self, cleaned: dict[str, Any], zone: ZoneInfo) -> None:
        """Put instants in the place of what was typed."""
        for name, field in self.fields.items():
            if isinstance(field, MomentField) and cleaned.get(name):
                try:
                    cleaned[name] = instant(cleaned[name], zone)
                except ValidationError as error:
                    self.add_error(name, error)


class ProgrammeForm(DatesForm):
    """A programme and its first edition on one page."""

    name = forms.CharField(
        label="What is the award programme called?",
        max_length=120,
        help_text="For example, Neighbour Awards.",
    )
    organiser_name = forms.CharField(
        label="Who runs it?", max_length=120, help_text="Your organisation's name."
    )
    edition_name = forms.CharField(
        label="What is this edition called?",
        max_length=120,
        help_text="For example, Neighbour Awards 2027.",
    )
    slug = forms.SlugField(
        label="Address of the programme",
        required=False,
        max_length=50,
        help_text="Small letters, digits and hyphens. Left empty, it is made from the name.",
    )
    edition_slug = forms.SlugField(
        label="Address of the edition",
        required=False,
        max_length=50,
        help_text="For example, 2027. Left empty, it is the year in the edition's name.",
    )

    field_order = [
        "name",
        "organiser_name",
        "edition_name",
        "slug",
        "edition_slug",
        "time_zone",
        *DATES,
    ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("name"):
            cleaned["slug"] = cleaned.get("slug") or slug_for(cleaned["name"])
        _name_address(cleaned, "edition_slug", cleaned.get("edition_name"))
        return cleaned


def _name_address(cleaned: dict[str, Any], slug: str, name: str | None) -> None:
    """Fill an edition's empty address, from its name or else its ceremony or closing date."""
    day = cleaned.get("ceremony_at") or cleaned.get("closes_at")
    if not cleaned.get(slug) and isinstance(day, dt.datetime) and "time_zone" in cleaned:
        cleaned[slug] = edition_slug_for(name or "", day.astimezone(ZoneInfo(cleaned["time_zone"])))


class EditionForm(DatesForm):
    """Another edition of a programme that is there already."""

    name = forms.CharField(label="What is this edition called?", max_length=120)
    slug = forms.SlugField(
        label="Address of the edition",
        required=False,
        max_length=50,
        help_text="For example, 2028. Left empty, it is the year in the edition's name.",
    )

    field_order = ["name", "slug", "time_zone", *DATES]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        _name_address(cleaned, "slug", cleaned.get("name"))
        return cleaned
