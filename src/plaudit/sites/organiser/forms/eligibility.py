from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from plaudit.people.models import OrganisationKind
from plaudit.programmes.actions.eligibility import Requirement
from plaudit.programmes.models import EligibilityQuestion

SPARE = 3


class EligibilityForm(forms.Form):
    lead_kinds = forms.MultipleChoiceField(
        label="Who may lead an entry?",
        required=False,
        choices=OrganisationKind.choices,
        help_text="Tick none to let any organisation lead.",
    )
    minimum_organisations = forms.IntegerField(
        label="How many organisations must be on an entry?",
        min_value=1,
        max_value=50,
        help_text="The lead is one of them.",
    )
    partner_kinds = forms.MultipleChoiceField(
        label="What kinds of organisation may be on an entry at all?",
        required=False,
        choices=OrganisationKind.choices,
        help_text="Tick none to let any organisation join. The lead counts too.",
    )
    company_needs_public_body = forms.BooleanField(
        label="A company may enter only together with a public body",
        required=False,
        help_text="An NHS organisation, a council, or a national body.",
    )


class RequirementForm(forms.Form):
    keep = forms.UUIDField(required=False, widget=forms.HiddenInput)
    text = forms.CharField(
        label="Question", max_length=300, required=False, help_text="Answered with yes or no."
    )
    required_answer = forms.ChoiceField(
        label="Which answer lets a project in?",
        choices=[("yes", "Yes"), ("no", "No")],
        required=False,
    )
    reason = forms.CharField(
        label="What to say when it is the other", max_length=300, required=False
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("text") and not cleaned.get("reason"):
            self.add_error("reason", "Say what an entrant is told when the answer keeps them out.")
        if cleaned.get("reason") and not cleaned.get("text"):
            self.add_error("text", "Enter the question that this reason belongs to.")
        return cleaned


class RequirementForms:
    """The stored questions and a few empty ones. An emptied question is removed."""

    def __init__(
        self, stored: Sequence[EligibilityQuestion], data: Mapping[str, Any] | None = None
    ) -> None:
        rows = [
            {
                "keep": row.pk,
                "text": row.text,
                "required_answer": "yes" if row.required_answer else "no",
                "reason": row.reason,
            }
            for row in stored
        ]
        rows += [{"required_answer": "yes"}] * SPARE
        self.forms = [
            RequirementForm(data, initial=row, prefix=f"q{n}") for n, row in enumerate(rows)
        ]

    def is_valid(self) -> bool:
        return not [form for form in self.forms if not form.is_valid()]

    def requirements(self) -> list[Requirement]:
        """Return what was typed, without empty rows. Valid forms only."""
        return [
            Requirement(
                text=form.cleaned_data["text"],
                reason=form.cleaned_data["reason"],
                required_answer=form.cleaned_data["required_answer"] != "no",
                keep=form.cleaned_data["keep"],
            )
            for form in self.forms
            if form.cleaned_data["text"]
        ]
