from __future__ import annotations

from django import forms

from plaudit.entries.intake.examining import KINDS
from plaudit.programmes.models import Edition

MOST_MEGABYTES = 100
MOST_FILES = 50


class FilesForm(forms.Form):
    """Which files entrants may add as evidence. The photo has limits of its own."""

    most_files = forms.IntegerField(
        label="Files an entry may hold",
        min_value=0,
        max_value=MOST_FILES,
        help_text="Beside the photo. 0 for none.",
    )
    largest_file_megabytes = forms.IntegerField(
        label="Largest file", min_value=1, max_value=MOST_MEGABYTES
    )
    allowed_file_kinds = forms.MultipleChoiceField(
        label="Kinds of file",
        choices=list(KINDS.items()),
        widget=forms.CheckboxSelectMultiple,
        help_text="Judges read a PDF beside the sentence that cites it; other kinds they download.",
        error_messages={
            "required": "Choose at least one kind. For no files at all, enter 0 above."
        },
    )

    @classmethod
    def of(cls, edition: Edition) -> FilesForm:
        """Return the form as the edition stands."""
        return cls(initial={name: getattr(edition, name) for name in cls.base_fields})
