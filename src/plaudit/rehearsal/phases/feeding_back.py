"""Every entrant who submitted reads the outcome and the judges' comments."""

from __future__ import annotations

from collections import Counter

from plaudit.entries.models import EntryStatus
from plaudit.kit.clock import frozen_at
from plaudit.rehearsal.finding import present
from plaudit.rehearsal.stage import Stage
from plaudit.results.feedback import feedback_for_entry
from plaudit.results.queries import outcome_for_entry

TITLE = "Feedback"


def play(stage: Stage) -> dict[str, int]:
    counts: Counter[str] = Counter()
    at = stage.plan.release
    with frozen_at(at):
        for draft in stage.drafts:
            draft.entry.refresh_from_db()
            outcome = outcome_for_entry(draft.entry, at)
            if (outcome is not None) != (draft.entry.status == EntryStatus.SUBMITTED):
                raise AssertionError("An outcome is told to the wrong entrants.")
            if outcome is None:
                counts["without outcome"] += 1
                continue
            if outcome.outcome != stage.ledger.outcomes.get(draft.entry.pk, "not_placed"):
                raise AssertionError("An entrant was told another outcome than was decided.")
            feedback = present(feedback_for_entry(draft.entry, at))
            counts["entrants told"] += 1
            counts["comments"] += len(feedback.comments)
    return dict(sorted(counts.items()))
