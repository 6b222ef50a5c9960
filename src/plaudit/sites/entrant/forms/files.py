from __future__ import annotations

from django import forms


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


class EvidenceForm(forms.Form):
    evidence = forms.FileField(
        label="Evidence document",
        help_text="One PDF, up to 20 MB, not locked with a password.",
        error_messages={
            "required": "Choose a PDF first.",
            "empty": "The document is empty. Choose it again.",
            "missing": "Choose a PDF first.",
        },
    )
