from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from plaudit.entries.actions.partner import LONGEST_CREDIT_LINE
from plaudit.entries.meanwhile import version_of
from plaudit.entries.models import Partner
from plaudit.people.actions.organisation import LONGEST_NAME
from plaudit.people.models import OrganisationKind
from plaudit.sites.entrant.forms.fields import chosen_meanwhile

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
    """What an organisation on the entry did. The page has one for each."""

    credit_line = forms.CharField(
        label="Credit line",
        help_text="Printed beside its name: “ran the home visits”.",
        required=False,
        max_length=LONGEST_CREDIT_LINE,
        error_messages={
            "max_length": "The credit line must be %(limit_value)d characters or fewer."
        },
    )

    def __init__(self, partner: Partner, data: Mapping[str, Any] | None = None) -> None:
        stored = {"credit_line": partner.credit_line}
        super().__init__(data, initial=stored, auto_id=f"credit-{partner.pk}-%s")
        self.partner_id = partner.pk
        shown = version_of({partner.pk: (partner.credit_line,)})
        self.version = shown if data is None else data.get("version", "")

    def beside(self, partner: Partner) -> CreditLineForm:
        """Return the form with what somebody else saved meanwhile said beside what was typed."""
        form = CreditLineForm(partner, self.data)
        form.version = CreditLineForm(partner).version
        form.add_error("credit_line", chosen_meanwhile(partner.credit_line))
        return form
