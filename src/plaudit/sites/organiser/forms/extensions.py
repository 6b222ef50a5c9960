from __future__ import annotations

from typing import Any, cast

from django import forms

from plaudit.entries.models import Entry
from plaudit.entries.queries import entry_called
from plaudit.entries.references import entry_reference, reference_stem
from plaudit.programmes.models import Category, Edition
from plaudit.sites.organiser.forms.fields import MomentField, TextAtTimes, instant, text_area

ALL, ENTRY = "all", "entry"
NOT_THAT_ONE = (
    "You named one entry, and chose more than that. Choose “One entry” above, or empty this box."
)


class ExtensionForm(forms.Form):
    """More time: for whom, until when, and why."""

    whom = forms.ChoiceField(
        label="Who gets more time?",
        error_messages={"required": "Choose who gets more time."},
    )
    reference = TextAtTimes(label="If it is one entry, its reference", max_length=40)
    closes_at = MomentField(
        label="Until when?", error_messages={"required": "Enter until when they may submit."}
    )
    reason = forms.CharField(
        label="Why?",
        max_length=300,
        widget=text_area(2),
        help_text="Kept in the log below. Entrants do not see it.",
        error_messages={"required": "Say why, for the log."},
    )

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.edition = edition
        stem = reference_stem(edition.programme.slug, edition.slug)
        self.fields["reference"].help_text = f"For example {entry_reference(stem, 42)}."
        self.categories = {str(each.pk): each for each in edition.categories.order_by("position")}
        whom = cast(forms.ChoiceField, self.fields["whom"])
        whom.choices = [
            ("", "Choose"),
            (ENTRY, "One entry"),
            (ALL, "All entries of the edition"),
            *((key, f"All entries in {each.name}") for key, each in self.categories.items()),
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("closes_at"):
            try:
                cleaned["closes_at"] = instant(cleaned["closes_at"], self.edition.zone)
            except forms.ValidationError as error:
                self.add_error("closes_at", error)
        if cleaned.get("whom") == ENTRY:
            cleaned["entry"] = entry_called(self.edition, cleaned.get("reference", ""))
            if cleaned["entry"] is None:
                self.add_error("reference", "Enter the reference of an entry of this edition.")
        elif cleaned.get("whom") and cleaned.get("reference"):
            self.add_error("reference", NOT_THAT_ONE)
        return cleaned

    def chosen(self) -> tuple[Category | None, Entry | None]:
        """Return the category or the entry; neither for all. Valid forms only."""
        whom = self.cleaned_data["whom"]
        return self.categories.get(whom), self.cleaned_data.get("entry")
