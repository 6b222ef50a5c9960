"""An entry beside the earlier one: what was said then, what is said now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from plaudit.entries.carried import side_by_side
from plaudit.entries.engines.differences import Fate, Piece, word_differences
from plaudit.entries.models import Entry, Submission


@dataclass(frozen=True)
class ComparedPart:
    """One part. `note` says when it has not changed, or stands on one side only."""

    name: str
    note: str
    before: list[Piece]
    now: list[Piece]

    @property
    def is_same(self) -> bool:
        return all(piece.fate == Fate.KEPT for piece in self.before + self.now)


def earlier_page(
    entry: Entry, submission: Submission | None, before: Submission | None
) -> dict[str, Any]:
    """Return the page's words. Without a submission of the earlier entry there is nothing to compare."""
    now = submission.snapshot if submission else None
    parts = list(side_by_side(before.snapshot, now)) if before and now else []
    return {
        "entry": entry,
        "title": f"What is new in {entry.reference}",
        "what_is_new": now["what_is_new"] if now else "",
        "before_reference": before.reference if before else "",
        "now_reference": submission.reference if submission else "",
        "parts": [
            ComparedPart(part.name, _note(part.before, part.now), *_marked(part.before, part.now))
            for part in parts
        ],
    }


def _note(before: str, now: str) -> str:
    if before.strip() == now.strip():
        return "The same, word for word"
    if not before.strip():
        return "New"
    return "" if now.strip() else "No longer there"


def _marked(before: str, now: str) -> tuple[list[Piece], list[Piece]]:
    """Return what each side shows: what both say, and what only it says."""
    pieces = word_differences(before, now)
    return (
        [each for each in pieces if each.fate != Fate.ADDED],
        [each for each in pieces if each.fate != Fate.REMOVED],
    )
