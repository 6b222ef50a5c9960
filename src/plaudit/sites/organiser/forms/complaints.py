"""Complaints that name the field they are about, so that a list of them can be read by itself."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError

GENERAL = forms.Field.default_error_messages["required"]


def name_what_is_missing(form: forms.Form) -> None:
    """Put the field's label into each complaint of a bound form that only says that something is missing."""
    for name, errors in form.errors.items():
        found = errors.as_data()
        if name in form.fields and any(error.message is GENERAL for error in found):
            errors.data = [
                _named(form.fields[name]) if error.message is GENERAL else error for error in found
            ]


def _named(field: forms.Field) -> ValidationError:
    asks = "Choose an answer to" if isinstance(field, forms.ChoiceField) else "Fill in"
    return ValidationError(f"{asks} “{field.label}”.", code="required")
