"""An entry beside the earlier one: what was said then, what is said now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from plaudit.entries.carried import side_by_side
from plaudit.entries.engines.differences import Fate, word_differences
from plaudit.entries.engines.differences import Piece as Run
from plaudit.entries.models import Entry, Submission
from plaudit.sites.components.reading.series import SeriesReading, series_reading
from plaudit.sites.organiser.pages.evidence_words import Piece, words_of

Snapshot = dict[str, Any]


@dataclass(frozen=True)
class ComparedPart:
    """One part. `note` says when it has not changed, or stands on one side only.

    `series` holds the dates of a measure whose values differ, of which the words say only how many there are.
    """

    name: str
    note: str
    before: list[Run]
    now: list[Run]
    series: SeriesReading | None = None

    @property
    def is_same(self) -> bool:
        return all(piece.fate == Fate.KEPT for piece in self.before + self.now)


def earlier_page(
    entry: Entry, submission: Submission | None, before: Submission | None
) -> dict[str, Any]:
    """Return the page's words. Without a submission of the earlier entry there is nothing to compare."""
    now = submission.snapshot if submission else None
    return {
        "entry": entry,
        "title": f"What is new in {entry.reference}",
        "what_is_new": now["what_is_new"] if now else "",
        "before_reference": before.reference if before else "",
        "now_reference": submission.reference if submission else "",
        "parts": list(_parts(before.snapshot, now)) if before and now else [],
    }


def _parts(before: Snapshot, now: Snapshot) -> Iterator[ComparedPart]:
    """Yield what was written, then the evidence. The same number and kind is the same piece."""
    for part in side_by_side(before | {"evidence": []}, now | {"evidence": []}):
        yield _compared(part.name, part.before, part.now)
    old, new = _pieces(before), _pieces(now)
    for key in sorted(old.keys() | new.keys()):
        yield _compared_evidence(old.get(key), new.get(key))


def _pieces(snapshot: Snapshot) -> dict[tuple[int, str], Piece]:
    return {(piece["number"], piece["kind"]): piece for piece in snapshot["evidence"]}


def _compared_evidence(old: Piece | None, new: Piece | None) -> ComparedPart:
    shown = new or old or {}
    name = f"Evidence E{shown['number']}, {shown['title']}"
    if old is None or new is None:
        return _compared(name, words_of(old) if old else "", words_of(new) if new else "")
    series = series_reading(old, new)
    before, now = (words_of(piece, with_values=series is None) for piece in (old, new))
    if old["title"] != new["title"]:
        before, now = f"{old['title']}\n{before}", f"{new['title']}\n{now}"
    part = _compared(name, before, now)
    if series:
        return replace(part, note="" if part.is_same else part.note, series=series)
    if old.get("sha256") == new.get("sha256"):
        return part
    return replace(part, note="Another file than before")


def _compared(name: str, before: str, now: str) -> ComparedPart:
    return ComparedPart(name, _note(before, now), *_marked(before, now))


def _note(before: str, now: str) -> str:
    if before.strip() == now.strip():
        return "The same, word for word"
    if not before.strip():
        return "New"
    return "" if now.strip() else "No longer there"


def _marked(before: str, now: str) -> tuple[list[Run], list[Run]]:
    """Return what each side shows: what both say, and what only it says."""
    pieces = word_differences(before, now)
    return (
        [each for each in pieces if each.fate != Fate.ADDED],
        [each for each in pieces if each.fate != Fate.REMOVED],
    )
