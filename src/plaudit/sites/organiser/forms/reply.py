from __future__ import annotations

from django import forms

from plaudit.sites.organiser.forms.fields import text_area


class ReplyForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput)
    body = forms.CharField(label="Your reply", max_length=10_000, widget=text_area(8))
