from __future__ import annotations

from typing import Any

from django import forms

from plaudit.programmes.models import DeclarationKind, Edition
from plaudit.sites.organiser.forms.fields import TextAtTimes, text_area

USUAL = {
    DeclarationKind.CONSENT: "Everyone who is named or quoted in this entry has agreed to it.",
    DeclarationKind.PUBLICATION: "What may we publish of this entry, should it be short-listed?",
    DeclarationKind.AI_TOOLS: "Were AI tools used in writing this entry?",
    DeclarationKind.AUTHORITY: (
        "I may make this entry on behalf of the organisations that it names."
    ),
}


class EnteringForm(forms.Form):
    """How an edition deals with drafts: what entrants declare, when they are reminded, and the grace."""

    grace_minutes = forms.IntegerField(
        label="Minutes of grace at closing",
        min_value=0,
        max_value=120,
        help_text=(
            "For people who had their entry open when entries closed. It is published with the closing "
            "time. 0 for none."
        ),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            "Enter a whole number of minutes from 0 to 120.",
        ),
    )
    reminder_hours = forms.CharField(
        label="Remind people of drafts, hours before closing",
        required=False,
        max_length=60,
        help_text="Numbers with commas between them, such as 168, 48, 4. Empty for no reminders.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in DeclarationKind:
            self.fields[f"asks-{kind}"] = forms.BooleanField(label=str(kind.label), required=False)
            self.fields[f"text-{kind}"] = TextAtTimes(
                label="What they declare", max_length=500, widget=text_area(2)
            )

    @classmethod
    def of(cls, edition: Edition) -> EnteringForm:
        """Return the form as the edition stands, with usual words where it asks for nothing yet."""
        asked = {each.kind: each.text for each in edition.declarations.all()}
        initial: dict[str, Any] = {
            "grace_minutes": edition.grace_minutes,
            "reminder_hours": ", ".join(str(hours) for hours in edition.reminder_hours),
        }
        for kind in DeclarationKind:
            initial[f"asks-{kind}"] = kind.value in asked
            initial[f"text-{kind}"] = asked.get(kind.value, USUAL[kind])
        return cls(initial=initial)

    def clean_reminder_hours(self) -> list[int]:
        typed = str(self.cleaned_data["reminder_hours"]).replace(",", " ").split()
        if not all(part.isdigit() and 1 <= int(part) <= 2000 for part in typed) or len(typed) > 8:
            raise forms.ValidationError(
                "Enter up to eight whole numbers of hours, each from 1 to 2,000, such as 168, 48, 4."
            )
        return sorted({int(part) for part in typed}, reverse=True)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for kind in DeclarationKind:
            if cleaned.get(f"asks-{kind}") and not str(cleaned.get(f"text-{kind}", "")).strip():
                self.add_error(f"text-{kind}", "Enter what they declare, or do not ask for it.")
        return cleaned

    def declarations(self) -> dict[DeclarationKind, str]:
        """Return the words of each declaration that is asked for. Valid forms only."""
        return {
            kind: self.cleaned_data[f"text-{kind}"]
            for kind in DeclarationKind
            if self.cleaned_data[f"asks-{kind}"]
        }
