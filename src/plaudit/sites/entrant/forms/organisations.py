from __future__ import annotations

from django import forms

from plaudit.entries.actions.partner import LONGEST_CREDIT_LINE
from plaudit.people.actions.organisation import LONGEST_NAME
from plaudit.people.models import OrganisationKind

ROLES = [("lead", "Lead organisation"), ("joint", "Joint partner")]


class NewOrganisationForm(forms.Form):
    """An organisation that is not in the register yet."""

    name = forms.CharField(
        label="Name of the organisation",
        max_length=LONGEST_NAME,
        help_text="In full, as it should be printed.",
        error_messages={
            "required": "Enter the organisation's name.",
            "max_length": "The name must be %(limit_value)d characters or fewer.",
        },
    )
    kind = forms.ChoiceField(
        label="What kind of organisation is it?",
        choices=[("", "Choose one"), *OrganisationKind.choices],
        error_messages={"required": "Choose what kind of organisation it is."},
    )


class CreditLineForm(forms.Form):
    credit_line = forms.CharField(
        label="Credit line",
        required=False,
        max_length=LONGEST_CREDIT_LINE,
        error_messages={
            "max_length": "The credit line must be %(limit_value)d characters or fewer."
        },
    )
