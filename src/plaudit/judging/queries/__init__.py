"""Reads of judging. Pages and the rooms above fetch through these."""

from plaudit.judging.queries.assignments import (
    assignment_for,
    assignment_of,
    conflicted_assignments,
    is_conflicted,
    scores_of,
)
from plaudit.judging.queries.declaring import KnownEntry, entries_to_declare, standing_interests
from plaudit.judging.queries.judges import (
    current_round,
    invitation_by_token,
    invitations_of,
    judges_of,
    judgeship_of,
    judgeships_of,
    open_invitations,
    rounds_of,
)
from plaudit.judging.queries.progress import judge_progress, panel_progress
from plaudit.judging.queries.reading import Reading, readings_so_far
from plaudit.judging.queries.stack import (
    Letter,
    Place,
    assignments_of,
    next_unread,
    places_of,
    totals_of,
)
from plaudit.judging.queries.ties import conflicted_pairs

__all__ = [
    "KnownEntry",
    "Letter",
    "Place",
    "Reading",
    "assignment_for",
    "assignment_of",
    "assignments_of",
    "conflicted_assignments",
    "conflicted_pairs",
    "current_round",
    "entries_to_declare",
    "invitation_by_token",
    "invitations_of",
    "is_conflicted",
    "judge_progress",
    "judges_of",
    "judgeship_of",
    "judgeships_of",
    "next_unread",
    "open_invitations",
    "panel_progress",
    "places_of",
    "readings_so_far",
    "rounds_of",
    "scores_of",
    "standing_interests",
    "totals_of",
]
