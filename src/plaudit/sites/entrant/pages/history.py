"""The words of an answer's history."""

from __future__ import annotations

from dataclasses import dataclass

from plaudit.entries.engines.differences import Fate, Piece, shortened, word_differences
from plaudit.entries.history import Sitting
from plaudit.entries.models import Answer, UpdateSource
from plaudit.kit.dates import moment
from plaudit.sites.entrant.pages.state import to_the_minute

HOW = {
    UpdateSource.TYPED: "",
    UpdateSource.POSTED: "",
    UpdateSource.WORD: "from a Word file",
    UpdateSource.RESTORED: "brought an earlier version back",
    UpdateSource.CARRIED: "carried over from an earlier entry",
}
DIFFERENCE_AT_MOST = 60_000


@dataclass(frozen=True)
class HistoryLine:
    """One sitting: who, when, how much, and what changed, with the unchanged parts cut short."""

    version: int
    when: str
    by: str
    how: str
    amount: str
    pieces: list[Piece]
    is_current: bool


def history_line(sitting: Sitting, answer: Answer, *, in_full: bool = False) -> HistoryLine:
    """Return the line of the sitting; with all of the text when `in_full`."""
    pieces = differences(sitting.before, sitting.text)
    return HistoryLine(
        version=sitting.version,
        when=moment(to_the_minute(sitting.ended_at), answer.entry.category.edition.zone),
        by=sitting.person.display_name,
        how=HOW[sitting.source],
        amount=amount_in_words(pieces),
        pieces=pieces if in_full else shortened(pieces),
        is_current=sitting.version == answer.version,
    )


def differences(before: str, after: str) -> list[Piece]:
    """Return what changed; for texts too long to compare word by word, the one and then the other."""
    if len(before) + len(after) > DIFFERENCE_AT_MOST:
        return [Piece(Fate.REMOVED, before), Piece(Fate.ADDED, after)]
    return word_differences(before, after)


def amount_in_words(pieces: list[Piece]) -> str:
    """Return "12 words added, 3 removed"."""
    added = sum(len(piece.text.split()) for piece in pieces if piece.fate == Fate.ADDED)
    removed = sum(len(piece.text.split()) for piece in pieces if piece.fate == Fate.REMOVED)
    if added and removed:
        return f"{_words(added)} added, {removed:,} removed"
    if added:
        return f"{_words(added)} added"
    return f"{_words(removed)} removed" if removed else "Only spacing changed"


def _words(count: int) -> str:
    return "1 word" if count == 1 else f"{count:,} words"
