from __future__ import annotations

from django import forms


class NewCategoryForm(forms.Form):
    name = forms.CharField(label="What is the category called?", max_length=160)
