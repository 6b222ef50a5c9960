"""What a judge types about the organisations they are tied to, and how it finds the register's rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms

from plaudit.judging.models import Interest, InterestKind
from plaudit.people.models import Organisation, OrganisationKind
from plaudit.people.queries import one_line, organisation_named, search_organisations

KINDS = {
    "employer": InterestKind.EMPLOYER,
    "past_employers": InterestKind.PAST_EMPLOYER,
    "advised": InterestKind.ADVISER,
    "family": InterestKind.FAMILY,
    "other": InterestKind.OTHER,
}
ONE_A_LINE = "One on each line, by full name."
LINES_AT_MOST = 20
NEW = "new"
BOTH = "You entered an employer and ticked that you have none. Clear the name, or the tick."


class InterestsForm(forms.Form):
    """Names of organisations, as typed."""

    employer = forms.CharField(
        label="Who do you work for?",
        help_text="The organisation's full name, without abbreviations.",
        max_length=200,
        error_messages={
            "required": "Enter who you work for, or tick that you do not work for an organisation.",
            "max_length": "The name can have 200 characters.",
        },
    )
    has_no_employer = forms.BooleanField(label="I do not work for an organisation", required=False)
    past_employers = forms.CharField(
        label="Who else have you worked for in the last three years?",
        help_text=ONE_A_LINE,
        required=False,
        widget=forms.Textarea,
    )
    advised = forms.CharField(
        label="Whom do you advise, serve as a trustee, or take payment from?",
        help_text=ONE_A_LINE,
        required=False,
        widget=forms.Textarea,
    )
    family = forms.CharField(
        label="Where does somebody close to you work?",
        help_text=ONE_A_LINE,
        required=False,
        widget=forms.Textarea,
    )
    other = forms.CharField(
        label="Any other organisation whose entry you could not judge fairly?",
        help_text=ONE_A_LINE,
        required=False,
        widget=forms.Textarea,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("has_no_employer"):
            if cleaned.get("employer"):
                self.add_error("employer", BOTH)
            elif not self.data.get(self.add_prefix("employer"), "").strip():
                self.errors.pop("employer", None)
        for name in KINDS:
            if len(self.lines(name)) > LINES_AT_MOST:
                self.add_error(name, f"Enter {LINES_AT_MOST} organisations or fewer.")
            elif any(len(line) > 200 for line in self.lines(name)):
                self.add_error(name, "Each name must be 200 characters or fewer, one on each line.")
        return cleaned

    def lines(self, name: str) -> list[str]:
        """Return the names typed into a field, without repeats."""
        typed = (one_line(line) for line in str(self.cleaned_data.get(name) or "").splitlines())
        return list(dict.fromkeys(line for line in typed if line))

    def named(self) -> Iterator[tuple[InterestKind, str]]:
        """Yield each kind of interest with each name typed for it."""
        for name, kind in KINDS.items():
            for line in self.lines(name):
                yield kind, line


def initial_interests(interests: list[Interest], *, has_declared: bool) -> dict[str, Any]:
    """Return the form's first values: what the judge has declared so far."""
    names: dict[str, list[str]] = {name: [] for name in KINDS}
    fields = {kind: name for name, kind in KINDS.items()}
    for interest in interests:
        if interest.organisation is not None:
            names[fields.get(InterestKind(interest.kind), "other")].append(
                interest.organisation.name
            )
    initial: dict[str, Any] = {name: "\n".join(lines) for name, lines in names.items()}
    initial["has_no_employer"] = has_declared and not names["employer"]
    return initial


@dataclass(frozen=True, slots=True)
class NewOrganisation:
    """A name to add to the register, and what kind of organisation it is."""

    name: str
    kind: str


Match = Organisation | NewOrganisation


@dataclass(frozen=True, slots=True)
class Question:
    """A typed name that is no organisation's on the register: which was meant, and the answer so far."""

    number: int
    typed: str
    candidates: list[Organisation]
    chosen: str
    kind: str
    match: Match | None
    error: str

    @property
    def fields(self) -> list[tuple[str, str]]:
        """The answer as hidden fields, to be carried along."""
        return [
            (f"asked_{self.number}", self.typed),
            (f"which_{self.number}", self.chosen),
            (f"kind_{self.number}", self.kind),
        ]


def match_names(
    names: list[str], answers: dict[str, str]
) -> tuple[dict[str, Match], list[Question]]:
    """Find each typed name on the register, by itself or by the judge's answer.

    Returns what was found, by name, and every question there was to ask; open ones have no `match`. A
    new organisation is only described: nothing is written here. Answers belong to the names they were
    asked about, not to their places.
    """
    found: dict[str, Match] = {}
    questions: list[Question] = []
    asked = _answers_by_name(answers)
    for typed in dict.fromkeys(names):
        exact = organisation_named(typed)
        if exact is not None:
            found[typed] = exact
            continue
        question = _question(len(questions) + 1, typed, asked)
        questions.append(question)
        if question.match is not None:
            found[typed] = question.match
    return found, questions


def _question(number: int, typed: str, asked: dict[str, tuple[str, str]]) -> Question:
    candidates = near(typed)
    chosen, kind = asked.get(typed, ("" if candidates else NEW, ""))
    match = _answered(typed, candidates, chosen, kind)
    error = _error(chosen) if typed in asked and match is None else ""
    return Question(number, typed, candidates, chosen, kind, match, error)


def _answers_by_name(answers: dict[str, str]) -> dict[str, tuple[str, str]]:
    return {
        text: (answers.get(f"which_{number}", ""), answers.get(f"kind_{number}", ""))
        for name, text in answers.items()
        if name.startswith("asked_") and (number := name.removeprefix("asked_")).isdecimal()
    }


def _answered(typed: str, candidates: list[Organisation], chosen: str, kind: str) -> Match | None:
    if chosen == NEW and kind in OrganisationKind.values:
        return NewOrganisation(typed, kind)
    return next((one for one in candidates if str(one.pk) == chosen), None)


def _error(chosen: str) -> str:
    if chosen == NEW:
        return "Choose what kind of organisation it is."
    return "Choose which organisation you mean, or that it is not on the list."


def near(typed: str) -> list[Organisation]:
    """Return at most eight organisations like the typed name, trying fewer of its words until some are found."""
    words = typed.split()[:6]
    fewest = 1 if words and len(words[0]) > 3 else 2
    for length in range(len(words), fewest - 1, -1):
        found = search_organisations(" ".join(words[:length]), limit=8)
        if found:
            return found
    return []
