from __future__ import annotations

from typing import Any

from django import forms

from plaudit.programmes.models import Category
from plaudit.sites.organiser.forms.fields import text_area


class InviteForm(forms.Form):
    name = forms.CharField(label="Name", max_length=120)
    email = forms.EmailField(label="E-mail address")
    categories = forms.MultipleChoiceField(
        label="Which panels?",
        help_text="A mail goes out for each, with its own link to accept or decline.",
    )

    def __init__(self, *arguments: Any, categories: list[Category], **options: Any) -> None:
        super().__init__(*arguments, **options)
        choices = [(str(category.pk), category.name) for category in categories]
        self.fields["categories"].choices = choices  # type: ignore[attr-defined]


class RecusalForm(forms.Form):
    reason = forms.CharField(
        label="Why?",
        max_length=300,
        widget=text_area(3),
        help_text="Kept with the record. The judge does not see it.",
    )
