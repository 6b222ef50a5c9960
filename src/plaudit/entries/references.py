"""What people quote of an entry over the telephone: "PA27-0042", and "PA27-0042/1" for a submission."""

from __future__ import annotations

import re


def reference_stem(programme_slug: str, edition_slug: str) -> str:
    """Return the initials of the programme and the year of the edition: "partnership-awards", "2027" → "PA27".

    An edition without a year gives its own initials instead.
    """
    year = re.search(r"(?<!\d)\d\d(\d\d)(?!\d)", edition_slug)
    return _initials(programme_slug) + (year[1] if year else _initials(edition_slug))


def next_stem(stem: str, attempt: int) -> str:
    """Return the stem for an edition whose own is taken by `attempt` others: "PA27", "PA27B", "PA27C"…"""
    return stem if attempt == 0 else f"{stem}{chr(ord('A') + attempt)}"


def entry_reference(stem: str, number: int) -> str:
    """Return "PA27-0042"."""
    return f"{stem}-{number:04d}"


def submission_reference(entry_reference: str, number: int) -> str:
    """Return "PA27-0042/1"."""
    return f"{entry_reference}/{number}"


def _initials(slug: str) -> str:
    return "".join(part[0] for part in re.split(r"[-_]+", slug) if part).upper()[:4]
