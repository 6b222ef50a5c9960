"""The coach's hints on one answer, with what the writers put away left out, and the prompts they ticked."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from plaudit.entries.engines.coach import Hint, hints_on, is_about_outcomes
from plaudit.entries.engines.guard import Finding, findings
from plaudit.entries.models import Answer, Entry, HintDismissal
from plaudit.programmes.models import CategoryCriterion


@dataclass(frozen=True)
class Coaching:
    """What is worth another look. `findings` may identify a patient: they are never put away in silence."""

    findings: list[Finding]
    hints: list[Hint]
    dismissed: int


@dataclass(frozen=True)
class TickedPrompt:
    """A prompt of the criterion; `by` is the name of who ticked it, or empty."""

    id: UUID
    text: str
    by: str


def coaching_on(entry: Entry, criterion: CategoryCriterion, text: str) -> Coaching:
    """Return what the coach and the guard say of `text` as the entry's answer to the criterion. Three queries."""
    rows = list(
        Answer.objects.filter(entry=entry, criterion__category=entry.category_id)
        .exclude(criterion=criterion)
        .order_by("criterion__position")
        .values_list("criterion__position", "criterion__criterion__name", "text")
    )
    prompts = list(criterion.prompts.values_list("text", flat=True))
    hints = hints_on(
        text,
        earlier=[entry.summary, *(said for place, _, said in rows if place < criterion.position)],
        others={name: said for _, name, said in rows},
        is_outcomes=is_about_outcomes(criterion.name, prompts),
    )
    put_away = set(
        HintDismissal.objects.filter(entry=entry, criterion=criterion).values_list(
            "fingerprint", flat=True
        )
    )
    shown = [each for each in hints if each.fingerprint not in put_away]
    return Coaching(findings(text), shown, len(hints) - len(shown))
