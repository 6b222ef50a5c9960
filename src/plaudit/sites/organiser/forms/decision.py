from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import forms

from plaudit.results.models import Decision, Outcome
from plaudit.sites.organiser.forms.fields import Pick, text_area

UNDECIDED = ("", "Not decided yet")


class DecisionForm(forms.Form):
    """The outcome of one entry, and the judges' words to go with it."""

    outcome = Pick(label="Decision", choices=[UNDECIDED, *Outcome.choices])
    citation = forms.CharField(
        label="Judges' words",
        required=False,
        max_length=2000,
        widget=text_area(3),
        help_text="Shown with the award, and read on stage.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("citation") and not cleaned.get("outcome"):
            self.add_error("outcome", "Choose the decision that these words go with.")
        return cleaned


class DecisionForms:
    """The decisions of every entry that the page shows, by the entry's identifier."""

    form_class: type[DecisionForm] = DecisionForm

    def __init__(self, by_entry: dict[str, DecisionForm]) -> None:
        self.by_entry = by_entry

    @classmethod
    def of(
        cls, rows: Iterable[Mapping[str, Any]], standing: Mapping[UUID, Decision]
    ) -> DecisionForms:
        """Return forms that show what is decided."""
        by_entry = {}
        for row in rows:
            decision = standing.get(UUID(row["id"]))
            initial = (
                {"outcome": decision.outcome, "citation": decision.citation} if decision else {}
            )
            by_entry[row["id"]] = cls.form_class(initial=initial, prefix=f"e-{row['id']}")
        return cls(by_entry)

    @classmethod
    def typed(cls, data: Mapping[str, Any]) -> DecisionForms:
        """Return forms bound to what was posted."""
        names = [
            name.removeprefix("e-").removesuffix("-outcome")
            for name in data
            if name.endswith("-outcome")
        ]
        return cls(
            {name: cls.form_class(data, prefix=f"e-{name}") for name in names if _is_uuid(name)}
        )

    @property
    def forms(self) -> list[DecisionForm]:
        return list(self.by_entry.values())

    def is_valid(self) -> bool:
        return not [form for form in self.forms if not form.is_valid()]

    def chosen(self) -> dict[UUID, tuple[Outcome, str]]:
        """Return what was decided, without entries left open. Valid forms only."""
        return {
            UUID(name): (Outcome(form.cleaned_data["outcome"]), form.cleaned_data["citation"])
            for name, form in self.by_entry.items()
            if form.cleaned_data["outcome"]
        }

    def complain(self, reason: str) -> None:
        """Put a refusal at the first winner, or else at the first form."""
        winners = [form for form in self.forms if "winner" in form.cleaned_data.get("outcome", "")]
        for form in (winners or self.forms)[-1:]:
            form.add_error("outcome", reason)


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
