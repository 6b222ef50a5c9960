"""The sections of a category's form, as many as there are, on one page.

Fields are named by prefix and number ("c0-s2-title"), and a hidden count says how many sections the page
shows, so that sections come and go without a script and nothing need be stored on the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from plaudit.programmes.models import CategoryCriterion, WeightUnit
from plaudit.programmes.sections import Section
from plaudit.programmes.weights import weight_problem
from plaudit.sites.organiser.forms.fields import Roomy, text_area

AT_MOST = 40
WEIGHT = re.compile(
    r"(\d{1,4}(?:\.\d{1,2})?)\s*(%|per cent|percent|points?|marks?|pts)?", re.IGNORECASE
)
FIELDS = ["keep", "lines", "title", "prompts", "word_limit", "weight", "is_scored"]


class WeightField(forms.CharField):
    """A weight as people write it: "20%" or "20 points". Cleans to (number, unit)."""

    def clean(self, value: Any) -> tuple[Decimal, str] | None:
        typed = str(super().clean(value)).strip()
        if not typed:
            return None
        found = read_weight(typed)
        if not found:
            raise ValidationError(self.error_messages["invalid"])
        return found


def read_weight(typed: str) -> tuple[Decimal, str] | None:
    """Return number and unit, or None for what is no weight."""
    found = WEIGHT.fullmatch(typed.strip())
    if not found:
        return None
    in_percent = (found[2] or "%").lower() in {"%", "per cent", "percent"}
    return Decimal(found[1]), str(WeightUnit.PERCENT if in_percent else WeightUnit.POINTS)


def _complaints(name: str, least: int, most: int) -> dict[str, str]:
    return {
        "invalid": f"{name} must be a whole number, like 300.",
        "min_value": f"{name} must be {least} or more.",
        "max_value": f"{name} must be {most} or less.",
    }


class SectionForm(Roomy):
    keep = forms.UUIDField(required=False, widget=forms.HiddenInput)
    lines = forms.RegexField(r"^[\d ]*$", required=False, widget=forms.HiddenInput)
    title = forms.CharField(label="Name of the section", max_length=120, required=False)
    prompts = forms.CharField(
        label="Prompts", required=False, widget=text_area(5), help_text="One on each line."
    )
    word_limit = forms.IntegerField(
        label="Word limit", min_value=1, max_value=20000, required=False
    )
    weight = WeightField(label="Weight", required=False, max_length=20)
    is_scored = forms.BooleanField(label="Judges score this section", required=False)

    def __init__(self, *arguments: Any, number: int, **options: Any) -> None:
        super().__init__(*arguments, **options)
        limit = self.fields["word_limit"]
        limit.error_messages |= _complaints(f"Word limit of section {number}", 1, 20000)
        self.fields["weight"].error_messages["invalid"] = (
            f"Weight of section {number} must be like 20% or 20 points, or left empty."
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed: such a section is left out."""
        return not (self.cleaned_data.get("title") or self.cleaned_data.get("prompts"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("prompts") and not cleaned.get("title") and "title" not in self.errors:
            self.add_error("title", "Give this section a name, or take its prompts away.")
        return cleaned

    def as_weighed(self) -> Section:
        """Return what counts in a sum of weights, whether or not the form is bound or valid."""
        weight, unit = read_weight(str(self["weight"].value() or "")) or (None, "")
        is_scored = bool(self["is_scored"].value()) and any(
            str(self[name].value() or "").strip() for name in ("title", "prompts")
        )
        return Section("", weight=weight, weight_unit=unit, is_scored=is_scored)

    def section(self) -> Section:
        """Return what was typed. Valid forms only."""
        cleaned = self.cleaned_data
        weight, unit = cleaned["weight"] or (None, "")
        prompts = (line.strip() for line in cleaned["prompts"].splitlines())
        return Section(
            name=cleaned["title"],
            prompts=tuple(line for line in prompts if line),
            word_limit=cleaned["word_limit"],
            weight=weight,
            weight_unit=unit,
            is_scored=cleaned["is_scored"],
            keep=cleaned["keep"],
        )


class SectionForms:
    """All section forms under one prefix."""

    def __init__(self, prefix: str, forms_: list[SectionForm]) -> None:
        self.prefix = prefix
        self.forms = forms_

    @classmethod
    def beginning_with(cls, prefix: str, rows: Iterable[Mapping[str, Any]]) -> SectionForms:
        """Return forms that begin with these values and complain of nothing."""
        listed = list(rows)[:AT_MOST]
        return cls(
            prefix,
            [
                SectionForm(initial=dict(row), prefix=f"{prefix}-s{n}", number=n + 1)
                for n, row in enumerate(listed)
            ],
        )

    @classmethod
    def typed(cls, prefix: str, data: Mapping[str, Any]) -> SectionForms:
        """Return forms bound to what was posted."""
        count = count_of(data, f"{prefix}-sections")
        return cls(
            prefix,
            [SectionForm(data, prefix=f"{prefix}-s{n}", number=n + 1) for n in range(count)],
        )

    @classmethod
    def edited(
        cls, prefix: str, data: Mapping[str, Any], *, add: bool, remove: int | None
    ) -> SectionForms:
        """Return unbound forms with what was posted, one more or one fewer."""
        rows = [
            {name: data.get(f"{prefix}-s{n}-{name}", "") for name in FIELDS}
            for n in range(count_of(data, f"{prefix}-sections"))
            if n != remove
        ]
        return cls.beginning_with(prefix, [*rows, {"is_scored": True}] if add else rows)

    @property
    def count(self) -> int:
        return len(self.forms)

    @property
    def weight_problem(self) -> str:
        """What is odd about the weights as the page shows them; nothing if all is well."""
        return weight_problem(form.as_weighed() for form in self.forms)

    def is_valid(self) -> bool:
        """Whether every form is; asks each, so that all have their errors."""
        return not [form for form in self.forms if not form.is_valid()]

    def sections(self) -> list[Section]:
        return [form.section() for form in self.forms if not form.is_empty]


def count_of(data: Mapping[str, Any], name: str, at_most: int = AT_MOST) -> int:
    """Return the count that a page's hidden field gives, within reason."""
    typed = str(data.get(name, ""))
    return min(int(typed), at_most) if typed.isdecimal() and len(typed) < 5 else 0


def weight_as_typed(weight: Decimal | float | None, unit: str | None) -> str:
    """Return "20%" or "20 points"."""
    if weight is None:
        return ""
    number = f"{weight:.2f}".rstrip("0").rstrip(".")
    return f"{number} points" if unit == WeightUnit.POINTS else f"{number}%"


def rows_of(sections: Sequence[CategoryCriterion]) -> list[dict[str, Any]]:
    """Return what section forms begin with for a category as it is stored."""
    return [
        {
            "keep": section.pk,
            "title": section.name,
            "prompts": "\n".join(prompt.text for prompt in section.prompts.all()),
            "word_limit": section.word_limit,
            "weight": weight_as_typed(section.weight, section.weight_unit),
            "is_scored": section.is_scored,
        }
        for section in sections
    ]
