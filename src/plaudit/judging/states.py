from __future__ import annotations

from enum import StrEnum


class LetterState(StrEnum):
    """How far a judge has come with one entry."""

    UNREAD = "unread"
    IN_PROGRESS = "in_progress"
    SCORED = "scored"
    CONFIRMED = "confirmed"
    ABSTAINED = "abstained"


def letter_state(
    *, filled: int, required: int, is_begun: bool, is_confirmed: bool, is_abstained: bool
) -> LetterState:
    """Return the state of an assignment with `filled` of `required` scores given."""
    if is_abstained:
        return LetterState.ABSTAINED
    if is_confirmed:
        return LetterState.CONFIRMED
    if not is_begun:
        return LetterState.UNREAD
    return LetterState.SCORED if filled >= required else LetterState.IN_PROGRESS
