from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from plaudit.programmes.brief.model import Brief, SourceLine, Use
from plaudit.programmes.models import Edition
from plaudit.sites.organiser.forms.brief import Review, lines_of
from plaudit.sites.organiser.forms.desk import role_for

USES = {
    Use.NAME: "Name",
    Use.NEW: "Marked as new",
    Use.INTRODUCTION: "Introduction",
    Use.ELIGIBILITY: "Who may enter",
    Use.SECTION_TITLE: "Section",
    Use.PROMPT: "Prompt",
    Use.WEIGHT: "Weight",
    Use.WORD_LIMIT: "Word limit",
    Use.CONTACT: "Contact",
}


WEIGHTS_READ = ": the weights add up to "


def review_page(review: Review) -> dict[str, Any]:
    """Return what the review page shows beside its forms: the source, each line with its use."""
    several = len(review.categories) > 1
    return {
        "review": review,
        "warnings": _warnings(review),
        "lines": [_line(line, several=several) for line in review.lines],
        "pieces": [_pieces(review.lines, number) for number in range(len(review.categories))],
    }


def _warnings(review: Review) -> list[str]:
    """Return the reader's warnings, with those of weights as they are now instead of as they were read."""
    kept = [warning for warning in review.warnings if WEIGHTS_READ not in warning]
    for number, category in enumerate(review.categories, start=1):
        problem = category.sections.weight_problem
        if problem:
            name = category.form["name"].value() or f"Category {number}"
            kept.append(f"{name}: {problem}.")
    return kept


def _line(line: SourceLine, *, several: bool) -> dict[str, Any]:
    uses = [USES[use] for use in line.uses if use in USES]
    note = " and ".join(dict.fromkeys(uses))
    if several and note and line.category is not None:
        note = f"{note}, category {line.category + 1}"
    is_ignored = Use.IGNORED in line.uses
    return {
        "number": line.number,
        "text": line.text.strip(),
        "note": f"Left out: {line.reason}"
        if is_ignored and line.reason
        else "Left out"
        if is_ignored
        else note,
        "is_ignored": is_ignored,
        "is_blank": Use.BLANK in line.uses,
        "is_title": bool({Use.NAME, Use.SECTION_TITLE} & set(line.uses)),
    }


def _pieces(lines: Sequence[SourceLine], category: int) -> dict[str, str]:
    return {
        use.value: lines_of(lines, category, use=use)
        for use in (Use.NAME, Use.INTRODUCTION, Use.ELIGIBILITY, Use.NEW)
    }


def desk_rows(brief: Brief, edition: Edition) -> list[dict[str, Any]]:
    """Return the contacts found, each once, ticked where the edition has no desk for the purpose yet."""
    present = {purpose.casefold() for purpose in edition.desks.values_list("purpose", flat=True)}
    rows: dict[str, dict[str, Any]] = {}
    for category in brief.categories:
        for contact in category.contacts:
            purpose = contact.purpose or "Questions about this award"
            rows.setdefault(
                purpose.casefold(),
                {
                    "is_wanted": bool(contact.purpose) and purpose.casefold() not in present,
                    "purpose": purpose,
                    "role": role_for(purpose).value,
                    "contact_name": contact.name,
                    "phone": contact.phone or "",
                    "email": contact.email or "",
                },
            )
    return list(rows.values())
