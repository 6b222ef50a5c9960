from __future__ import annotations

from collections.abc import Iterable
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

    def answers(self) -> dict[UUID, bool]:
        """Return the questions that were answered."""
        return {UUID(name): value == "yes" for name, value in self.cleaned_data.items() if value}
