"""A brief to import, and everything read from it, in one form that stores nothing until it is confirmed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from plaudit.programmes.brief.model import Brief, BriefCategory, BriefSection, SourceLine, Use
from plaudit.programmes.sections import Section
from plaudit.sites.organiser.forms.category import CategoryContentForm
from plaudit.sites.organiser.forms.desk import DeskForm
from plaudit.sites.organiser.forms.fields import text_area
from plaudit.sites.organiser.forms.sections import SectionForms, count_of, weight_as_typed

CATEGORIES_AT_MOST = 60
CONTACTS_AT_MOST = 20
LONGEST = 1_000_000


class BriefForm(forms.Form):
    text = forms.CharField(
        label="Paste the category page",
        required=False,
        widget=text_area(16),
        strip=False,
        help_text="As it stands: copied from a web page or a document, with everything on it.",
    )
    file = forms.FileField(
        label="Or upload it",
        required=False,
        help_text="Word, HTML, Markdown or plain text, up to 5 MB.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        text, file = (cleaned.get("text") or "").strip(), cleaned.get("file")
        if not self.errors and not text and not file:
            self.add_error("text", "Paste the category page, or choose a file.")
        if len(text) > LONGEST:
            self.add_error(
                "text",
                "That is too much for a category page: paste at most a million letters at a time.",
            )
        return cleaned


class ReviewedCategoryForm(CategoryContentForm):
    is_wanted = forms.BooleanField(label="Import this category", required=False, initial=True)

    field_order = ["is_wanted", "name"]


@dataclass
class ReviewedCategory:
    form: ReviewedCategoryForm
    sections: SectionForms

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), self.sections.is_valid()])

    @property
    def is_wanted(self) -> bool:
        return bool(self.form.cleaned_data["is_wanted"])


@dataclass
class Review:
    """The whole review page: the source's lines, warnings, categories and contacts."""

    lines: tuple[SourceLine, ...]
    warnings: tuple[str, ...]
    categories: list[ReviewedCategory]
    desks: list[DeskForm]

    @classmethod
    def of(
        cls, brief: Brief, titles: Sequence[Sequence[str]], desks: Sequence[Mapping[str, Any]]
    ) -> Review:
        """Return the review of a brief just read; `titles` names each category's sections."""
        categories = [
            _begin(number, category, names, brief.lines)
            for number, (category, names) in enumerate(zip(brief.categories, titles, strict=True))
        ]
        forms_ = [DeskForm(initial=dict(row), prefix=f"d{n}") for n, row in enumerate(desks)]
        return cls(brief.lines, brief.warnings, categories, forms_)

    @classmethod
    def typed(cls, data: Mapping[str, Any]) -> Review:
        """Return the review as it was posted."""
        lines, warnings = unpack(str(data.get("source", "")))
        categories = [
            ReviewedCategory(
                ReviewedCategoryForm(data, prefix=f"c{n}"), SectionForms.typed(f"c{n}", data)
            )
            for n in range(count_of(data, "categories", CATEGORIES_AT_MOST))
        ]
        desks = [
            DeskForm(data, prefix=f"d{n}")
            for n in range(count_of(data, "contacts", CONTACTS_AT_MOST))
        ]
        return cls(lines, warnings, categories, desks)

    @classmethod
    def edited(cls, data: Mapping[str, Any]) -> Review:
        """Return what was posted with one section more or fewer, as its button said, and no complaints."""
        review = cls.typed(data)
        add, remove = str(data.get("add", "")), str(data.get("remove", ""))
        for number, category in enumerate(review.categories):
            prefix = f"c{number}"
            at = remove.removeprefix(f"{prefix}-s") if remove.startswith(f"{prefix}-s") else ""
            category.sections = SectionForms.edited(
                prefix, data, add=add == prefix, remove=int(at) if at.isdecimal() else None
            )
            category.form = ReviewedCategoryForm(initial=_as_typed(category.form), prefix=prefix)
        review.desks = [
            DeskForm(initial=_as_typed(form), prefix=form.prefix) for form in review.desks
        ]
        return review

    @property
    def packed(self) -> str:
        """The lines and warnings as the page's hidden field carries them."""
        return json.dumps(
            {"lines": [_packed_line(line) for line in self.lines], "warnings": self.warnings}
        )

    @property
    def all_forms(self) -> list[forms.Form]:
        found: list[forms.Form] = []
        for category in self.categories:
            found += [category.form, *category.sections.forms]
        return found + list(self.desks)

    def is_valid(self) -> bool:
        """Whether all that is wanted is right. What is not wanted may hold anything."""
        for one in self.categories:
            one.is_valid()
            if not one.form.data.get(f"{one.form.prefix}-is_wanted"):
                for form in [one.form, *one.sections.forms]:
                    form.errors.clear()
        return not any(form.errors for form in self.all_forms)

    def brief(self) -> Brief:
        """Return the brief as corrected, with the wanted categories alone. Valid reviews only."""
        wanted = [_corrected(category) for category in self.categories if category.is_wanted]
        return Brief(categories=tuple(wanted), warnings=(), lines=self.lines)


def _begin(
    number: int, category: BriefCategory, names: Sequence[str], lines: Sequence[SourceLine]
) -> ReviewedCategory:
    prefix = f"c{number}"
    form = ReviewedCategoryForm(
        prefix=prefix,
        initial={
            "is_wanted": True,
            "name": category.name,
            "is_new": category.is_new,
            "introduction": category.introduction,
            "eligibility": category.eligibility or "",
            "whole_entry_word_limit": category.whole_entry_word_limit,
        },
    )
    rows = [
        {
            "title": name,
            "prompts": "\n".join(" ".join(prompt.split()) for prompt in section.prompts),
            "word_limit": section.word_limit,
            "weight": weight_as_typed(section.weight, section.weight_unit),
            "is_scored": section.is_scored,
            "lines": lines_of(lines, number, section=place),
        }
        for place, (section, name) in enumerate(zip(category.sections, names, strict=True))
    ]
    return ReviewedCategory(form, SectionForms.beginning_with(prefix, rows))


def lines_of(
    lines: Sequence[SourceLine],
    category: int,
    *,
    section: int | None = None,
    use: Use | None = None,
) -> str:
    """Return the numbers of the lines that gave a section, or a use, of a category: "3 4"."""
    return " ".join(
        str(line.number)
        for line in lines
        if line.category == category
        and (line.section == section if section is not None else use in line.uses)
    )


def _as_typed(form: forms.Form) -> dict[str, Any]:
    return {name: form.data.get(form.add_prefix(name), "") for name in form.fields}


def _corrected(category: ReviewedCategory) -> BriefCategory:
    cleaned = category.form.cleaned_data
    return BriefCategory(
        name=cleaned["name"],
        is_new=cleaned["is_new"],
        introduction=cleaned["introduction"],
        eligibility=cleaned["eligibility"] or None,
        whole_entry_word_limit=cleaned["whole_entry_word_limit"],
        sections=tuple(_brief_section(section) for section in category.sections.sections()),
        contacts=(),
    )


def _brief_section(section: Section) -> BriefSection:
    unit: Any = section.weight_unit or None
    return BriefSection(
        title=section.name,
        prompts=section.prompts,
        weight=float(section.weight) if section.weight is not None else None,
        weight_unit=unit,
        word_limit=section.word_limit,
        is_scored=section.is_scored,
    )


def _packed_line(line: SourceLine) -> list[Any]:
    return [
        line.number,
        line.text,
        [use.value for use in line.uses],
        line.category,
        line.section,
        line.reason,
    ]


def unpack(packed: str) -> tuple[tuple[SourceLine, ...], tuple[str, ...]]:
    """Return lines and warnings from a page's hidden field; nothing from one that was tampered with."""
    try:
        held = json.loads(packed)
        lines = tuple(
            SourceLine(
                number=int(number),
                text=str(text),
                uses=tuple(Use(use) for use in uses),
                category=category if isinstance(category, int) else None,
                section=section if isinstance(section, int) else None,
                reason=str(reason) if reason else None,
            )
            for number, text, uses, category, section, reason in held["lines"]
        )
        return lines, tuple(str(warning) for warning in held["warnings"])
    except (ValueError, TypeError, KeyError):
        return (), ()
