from __future__ import annotations

from django import forms

from plaudit.entries.models import AttachmentKind

LARGEST = 2**40


class UploadForm(forms.Form):
    """What a script says of a file before it sends it in parts."""

    kind = forms.ChoiceField(choices=AttachmentKind.choices)
    name = forms.CharField(max_length=1000)
    size = forms.IntegerField(min_value=0, max_value=LARGEST)
    title = forms.CharField(max_length=200, required=False)
    evidence = forms.UUIDField(required=False)
    key = forms.UUIDField()
