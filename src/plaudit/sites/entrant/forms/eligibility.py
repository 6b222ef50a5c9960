from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms

from plaudit.entries.meanwhile import ChangedMeanwhile, version_of
from plaudit.entries.parts import AskedQuestion
from plaudit.sites.entrant.forms.fields import ChoiceThatMayWait, chosen_meanwhile

YES_OR_NO = [("yes", "Yes"), ("no", "No")]
CHOSEN = {True: "yes", False: "no", None: ""}


class EligibilityForm(forms.Form):
    """A yes or no for each question of the category. Any may be left for later."""

    def __init__(self, questions: Iterable[AskedQuestion], *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.asked = list(questions)
        for asked in self.asked:
            self.fields[str(asked.question_id)] = ChoiceThatMayWait(
                label=asked.text,
                choices=YES_OR_NO,
                widget=forms.RadioSelect,
                initial=CHOSEN[asked.is_yes],
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

    def version(self) -> str:
        """Return what a page that shows the answers as they are stored has to bring back."""
        return version_of({asked.question_id: (str(asked.is_yes),) for asked in self.asked})

    def beside(
        self, questions: Iterable[AskedQuestion], meanwhile: ChangedMeanwhile
    ) -> EligibilityForm:
        """Return the form with what is stored by now: said beside what this person changed, shown elsewhere."""
        data, questions = dict(self.data.items()), list(questions)
        for asked in questions:
            if asked.question_id not in meanwhile.changed:
                data[str(asked.question_id)] = CHOSEN[asked.is_yes]
        form = EligibilityForm(questions, data)
        for asked in questions:
            if asked.question_id in meanwhile.clashing:
                theirs = dict(YES_OR_NO).get(CHOSEN[asked.is_yes], "")
                form.add_error(str(asked.question_id), chosen_meanwhile(theirs))
        return form
