from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from plaudit.kit.colour import check_accent
from plaudit.programmes.models import Edition
from plaudit.sites.organiser.forms.fields import MomentField, text_area, wall_clock
from plaudit.sites.organiser.forms.programme import DATES, DatesForm

TEXTS = [
    "name",
    "strapline",
    "introduction",
    "how_it_works",
    "judge_terms",
    "time_zone",
    "accent_colour",
    "default_word_limit",
    "readers_per_entry",
    "venue",
    "shows_judges",
    "confirmations_block",
]


class DetailsForm(DatesForm):
    """Everything an organiser can change about an edition."""

    name = forms.CharField(label="Name of the edition", max_length=120)
    strapline = forms.CharField(
        label="Strapline",
        max_length=200,
        required=False,
        help_text="One line under the name, on the public pages.",
    )
    introduction = forms.CharField(
        label="Introduction",
        required=False,
        widget=text_area(6),
        help_text="An empty line begins a new paragraph.",
    )
    how_it_works = forms.CharField(label="How it works", required=False, widget=text_area(6))
    judge_terms = forms.CharField(
        label="Terms for judges",
        widget=text_area(8),
        help_text="Each judge agrees to this text before reading.",
    )
    accent_colour = forms.CharField(
        label="Colour",
        max_length=7,
        help_text="A # and six digits. It must be readable on paper and under white text.",
    )
    default_word_limit = forms.IntegerField(
        label="Usual word limit of an answer",
        min_value=1,
        max_value=5000,
        help_text="Where a section has none of its own.",
    )
    readers_per_entry = forms.IntegerField(
        label="Judges who read each entry", min_value=1, max_value=20
    )
    shows_judges = forms.BooleanField(
        label="Name the judges on the public pages",
        required=False,
        help_text="Those who have accepted the terms, with their work; never who reads what.",
    )
    confirmations_block = forms.BooleanField(
        label="Every joint partner must confirm before an entry can be submitted",
        required=False,
        help_text="Otherwise the entrant is warned, and partners can confirm until judging closes.",
    )
    ceremony_at = MomentField(label="Ceremony", required=False)
    venue = forms.CharField(label="Venue", max_length=200, required=False)

    @classmethod
    def of(cls, edition: Edition) -> DetailsForm:
        """Return the form as the edition stands."""
        initial: dict[str, Any] = {name: getattr(edition, name) for name in TEXTS}
        for name in [*DATES, "ceremony_at"]:
            initial[name] = wall_clock(getattr(edition, name), edition.zone)
        return cls(initial=initial)

    def clean_accent_colour(self) -> str:
        typed = str(self.cleaned_data["accent_colour"]).strip()
        verdict = check_accent(typed if typed.startswith("#") else f"#{typed}")
        if not verdict.ok:
            raise ValidationError(
                f"{' '.join(verdict.reasons)} The nearest colour that can be read is {verdict.suggestion}."
            )
        return (typed if typed.startswith("#") else f"#{typed}").upper()
