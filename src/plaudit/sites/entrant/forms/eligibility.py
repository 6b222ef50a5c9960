from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms

from plaudit.entries.parts import AskedQuestion
from plaudit.sites.entrant.forms.fields import ChoiceThatMayWait

YES_OR_NO = [("yes", "Yes"), ("no", "No")]


class EligibilityForm(forms.Form):
    """A yes or no for each question of the category. Any may be left for later."""

    def __init__(self, questions: Iterable[AskedQuestion], *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        for asked in questions:
            self.fields[str(asked.question_id)] = ChoiceThatMayWait(
                label=asked.text,
                choices=YES_OR_NO,
                widget=forms.RadioSelect,
                initial={True: "yes", False: "no", None: ""}[asked.is_yes],
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.fields and not any(cleaned.values()) and not self.errors:
            first = next(iter(self.fields))
            self.add_error(
                first, "Choose yes or no for at least one question. The others can wait."
            )
        return cleaned

    def answers(self) -> dict[UUID, bool]:
        """Return the questions that were answered."""
        return {UUID(name): value == "yes" for name, value in self.cleaned_data.items() if value}
