from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from plaudit.programmes.models import Category, CategoryGroup
from plaudit.sites.organiser.forms.fields import MomentField, Roomy, instant, text_area, wall_clock

CONTENT = ["name", "is_new", "introduction", "eligibility", "whole_entry_word_limit"]
REST = ["purpose", "award_partner", "award_partner_url"]


class CategoryContentForm(Roomy):
    """What a brief says of a category, besides its sections."""

    name = forms.CharField(label="Name of the category", max_length=160)
    is_new = forms.BooleanField(label="Marked as new", required=False)
    introduction = forms.CharField(
        label="Introduction",
        required=False,
        widget=text_area(8),
        help_text="An empty line begins a new paragraph.",
    )
    eligibility = forms.CharField(label="Who may enter", required=False, widget=text_area(4))
    whole_entry_word_limit = forms.IntegerField(
        label="Word limit of the whole entry",
        min_value=1,
        max_value=100000,
        required=False,
        error_messages={
            "invalid": "Word limit of the whole entry must be a whole number, like 1500.",
            "min_value": "Word limit of the whole entry must be 1 or more.",
            "max_value": "Word limit of the whole entry must be 100000 or less.",
        },
    )


class CategoryForm(CategoryContentForm):
    """Everything a category says of itself, besides its sections and eligibility questions."""

    purpose = forms.CharField(
        label="Purpose, in one sentence",
        max_length=240,
        required=False,
        help_text="Shown under the name.",
    )
    group = forms.ChoiceField(label="Group", required=False)
    award_partner = forms.CharField(label="Award partner", max_length=120, required=False)
    award_partner_url = forms.URLField(
        label="The partner's web address", required=False, assume_scheme="https"
    )
    closes_at = MomentField(
        label="A closing date of its own",
        required=False,
        help_text="Left empty, it closes with the edition.",
    )

    field_order = ["name", "purpose", "is_new", "group", "introduction", "eligibility"]

    def __init__(
        self, *arguments: Any, category: Category, groups: list[CategoryGroup], **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        self.category = category
        self.groups = {str(group.pk): group for group in groups}
        choices = [(str(group.pk), group.name) for group in groups]
        self.fields["group"].choices = [("", "In no group"), *choices]  # type: ignore[attr-defined]

    @classmethod
    def of(cls, category: Category, groups: list[CategoryGroup]) -> CategoryForm:
        """Return the form as the category stands."""
        initial = {name: getattr(category, name) for name in [*CONTENT, *REST]}
        initial["group"] = str(category.group_id or "")
        initial["closes_at"] = wall_clock(category.closes_at, category.edition.zone)
        return cls(category=category, groups=groups, initial=initial)

    def clean_group(self) -> CategoryGroup | None:
        return self.groups.get(self.cleaned_data["group"])

    def clean_closes_at(self) -> Any:
        typed = self.cleaned_data["closes_at"]
        if typed is None:
            return None
        edition = self.category.edition
        closes_at = instant(typed, edition.zone)
        if closes_at > edition.judging_opens_at:
            raise ValidationError("It must close before judging opens.")
        return closes_at
