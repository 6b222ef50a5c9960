"""Entries are given to judges, and giving them again changes nothing."""

from __future__ import annotations

from plaudit.judging.actions.allocation import allocate_entries
from plaudit.judging.queries.ties import conflicted_pairs
from plaudit.kit.clock import frozen_at
from plaudit.rehearsal.stage import Stage

TITLE = "Allocating"


def play(stage: Stage) -> dict[str, int]:
    at = stage.plan.judging_opens
    with frozen_at(at):
        report = allocate_entries(stage.round, by=stage.director, at=at)
        again = allocate_entries(stage.round, by=stage.director, at=at)
    if again.assigned:
        raise AssertionError("Allocating again gave entries to more judges than were wanted.")
    return {
        "entries": report.entries,
        "seats": report.seats,
        "filled": report.filled,
        "conflicts avoided": len(conflicted_pairs(stage.edition)),
    }
