from __future__ import annotations

from typing import Any

from django import forms

SCORES = range(11)


class AnchorsForm(forms.Form):
    """One line for each score; an empty one has no anchor."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for value in SCORES:
            self.fields[f"score_{value}"] = forms.CharField(
                label=str(value), max_length=300, required=False
            )

    def meanings(self) -> dict[int, str]:
        """Return what each score means, as typed. Valid forms only."""
        return {value: self.cleaned_data[f"score_{value}"] for value in SCORES}
