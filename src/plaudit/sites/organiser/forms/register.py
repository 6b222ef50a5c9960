from __future__ import annotations

import datetime as dt
import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from plaudit.people.actions.organisation import LONGEST_NAME
from plaudit.people.models import CodeScheme, MembershipRole, Organisation, OrganisationKind
from plaudit.people.queries import organisation_named, search_organisations
from plaudit.sites.organiser.forms.fields import Roomy, text_area

CODES = re.compile(r"[,;\s]+")


class OrganisationForm(Roomy):
    """A row of the register."""

    name = forms.CharField(label="Name", max_length=LONGEST_NAME, help_text="As it is printed.")
    kind = forms.ChoiceField(label="Kind", choices=OrganisationKind.choices)
    aliases = forms.CharField(
        label="Other names",
        required=False,
        widget=text_area(3),
        help_text="One a line: former names, initials, what people type.",
    )
    parent = forms.CharField(
        label="Part of",
        required=False,
        max_length=LONGEST_NAME,
        help_text="The name or a code of an organisation in the register.",
    )
    closed_on = forms.CharField(
        label="Closed on", required=False, max_length=10, help_text="A day like 2024-03-31."
    )

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for scheme in CodeScheme:
            self.fields[f"code_{scheme.value}"] = forms.CharField(
                label=str(scheme.label), required=False, max_length=200
            )

    @classmethod
    def of(cls, organisation: Organisation) -> OrganisationForm:
        """Return the form as the organisation stands."""
        codes: dict[str, list[str]] = {}
        for code in organisation.codes.all():
            codes.setdefault(code.scheme, []).append(code.code)
        initial = {
            "name": organisation.name,
            "kind": organisation.kind,
            "aliases": "\n".join(organisation.aliases),
            "parent": organisation.parent.name if organisation.parent else "",
            "closed_on": organisation.closed_on.isoformat() if organisation.closed_on else "",
            **{f"code_{scheme}": ", ".join(sorted(listed)) for scheme, listed in codes.items()},
        }
        return cls(initial=initial)

    def clean_aliases(self) -> list[str]:
        return [line for line in self.cleaned_data["aliases"].splitlines() if line.strip()]

    def clean_parent(self) -> Organisation | None:
        typed = self.cleaned_data["parent"]
        if not typed.strip():
            return None
        found = organisation_named(typed) or next(iter(search_organisations(typed, limit=1)), None)
        if found is None:
            raise ValidationError(f"Nothing in the register is called “{typed}”.")
        return found

    def clean_closed_on(self) -> dt.date | None:
        typed = self.cleaned_data["closed_on"].strip()
        try:
            return dt.date.fromisoformat(typed) if typed else None
        except ValueError:
            raise ValidationError("Enter a day like 2024-03-31.") from None

    def changes(self) -> dict[str, Any]:
        """Return what `change_organisation` takes. A valid form only."""
        fields = ("name", "kind", "aliases", "parent", "closed_on")
        codes = {
            scheme.value: [
                code for code in CODES.split(self.cleaned_data[f"code_{scheme.value}"]) if code
            ]
            for scheme in CodeScheme
        }
        return {**{name: self.cleaned_data[name] for name in fields}, "codes": codes}


class RegisterFileForm(forms.Form):
    """A file of organisations."""

    file = forms.FileField(
        label="The file",
        help_text="A .csv, .xlsx or .ods file, or a .zip of one .csv, of at most 12 MB.",
        error_messages={"required": "Choose a file.", "empty": "The file is empty."},
    )
    ods_kind = forms.ChoiceField(
        label="What is it?",
        required=False,
        choices=[
            ("", "A table with headings: name, kind, aliases, codes, parent"),
            *(
                (value, f"NHS Organisation Data Service: {label}")
                for value, label in OrganisationKind.choices
            ),
        ],
    )


class MemberForm(forms.Form):
    """Somebody who works for an organisation, or leads its awards."""

    email = forms.EmailField(
        label="E-mail address", error_messages={"required": "Enter an e-mail address."}
    )
    role = forms.ChoiceField(
        label="Role", choices=MembershipRole.choices, initial=MembershipRole.AWARDS_LEAD
    )
