from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from plaudit.sites.organiser.forms.fields import text_area
from plaudit.sites.organiser.forms.sections import count_of

SPARE = 3


class QuestionForm(forms.Form):
    question = forms.CharField(label="Question", max_length=200, required=False)
    answer = forms.CharField(label="Answer", required=False, widget=text_area(4))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if bool(cleaned.get("question")) != bool(cleaned.get("answer")) and not self.errors:
            missing = "answer" if cleaned.get("question") else "question"
            self.add_error(missing, f"Enter the {missing}, or empty both.")
        return cleaned


class QuestionForms:
    """The stored questions and a few empty ones. An emptied question is removed."""

    def __init__(
        self, stored: Sequence[tuple[str, str]], data: Mapping[str, Any] | None = None
    ) -> None:
        rows = [{"question": question, "answer": answer} for question, answer in stored]
        count = count_of(data, "questions", 100) if data is not None else len(rows) + SPARE
        rows += [{}] * (count - len(rows))
        self.forms = [
            QuestionForm(data, initial=row, prefix=f"q{n}") for n, row in enumerate(rows[:count])
        ]

    def is_valid(self) -> bool:
        return not [form for form in self.forms if not form.is_valid()]

    def questions(self) -> list[tuple[str, str]]:
        """Return what was typed, without empty rows. Valid forms only."""
        typed = [
            (form.cleaned_data["question"], form.cleaned_data["answer"]) for form in self.forms
        ]
        return [pair for pair in typed if pair[0]]
