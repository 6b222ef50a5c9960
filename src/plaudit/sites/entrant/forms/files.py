from __future__ import annotations

from typing import Any

from django import forms

from plaudit.entries.intake.examining import kinds_in_words
from plaudit.programmes.models import Edition


class PhotoForm(forms.Form):
    photo = forms.FileField(
        label="Photo of the project",
        help_text="JPEG, PNG or WebP, up to 15 MB. Names, places and dates hidden in the file are taken out.",
        error_messages={
            "required": "Choose a photo first.",
            "empty": "The photo is empty. Choose it again.",
            "missing": "Choose a photo first.",
        },
    )


class SeveralFiles(forms.FileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """One or several files: `clean` gives a list."""

    widget = SeveralFiles
    default_error_messages = {
        "required": "Choose a file first.",
        "empty": "The file is empty. Choose it again.",
        "missing": "Choose a file first.",
    }

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = data if isinstance(data, list) else [data]
        return [super(SeveralFilesField, self).clean(file, initial) for file in files or [None]]


class EvidenceForm(forms.Form):
    title = forms.CharField(
        label="What it shows",
        required=False,
        max_length=200,
        help_text="Judges see this with its number. Left empty, it is the file’s name.",
    )
    evidence = SeveralFilesField(label="File")

    def __init__(self, edition: Edition, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["evidence"].help_text = limits_in_words(edition)


class FileForm(forms.Form):
    """Another file in the place of one."""

    file = forms.FileField(
        label="Another file",
        error_messages={
            "required": "Choose a file first.",
            "empty": "The file is empty. Choose it again.",
            "missing": "Choose a file first.",
        },
    )


def limits_in_words(edition: Edition) -> str:
    """Return which files the edition takes, and how large."""
    kinds = kinds_in_words(edition.allowed_file_kinds)
    return f"{kinds}, up to {edition.largest_file_megabytes} MB each, not locked with a password."
