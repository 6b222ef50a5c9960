"""Who reaches the judge's pages: people who are signed in, and only what is on their own list."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest

from plaudit.judging.actions.recusal import recuse_conflicted
from plaudit.judging.models import Assignment, Judge
from plaudit.judging.queries import assignment_of, is_conflicted, judgeship_of
from plaudit.kit.clock import now
from plaudit.sites.components.signed_in import only_signed_in, person_of

__all__ = ["for_people", "next_step", "own_assignment", "own_judgeship", "person_of"]

for_people = only_signed_in("Your scores are kept on this device.")


def own_judgeship(request: HttpRequest, judge_id: UUID) -> Judge:
    """Return the person's judgeship with this id; otherwise there is no such page."""
    judge = judgeship_of(person_of(request), judge_id)
    if judge is None:
        raise Http404
    return judge


def own_assignment(
    request: HttpRequest, assignment_id: UUID, *, to_read: bool = False
) -> Assignment:
    """Return the assignment if it is on the person's list at this moment; otherwise there is no such page.

    A conflict that came about since the entry was given is recorded as a recusal here, at once.
    """
    assignment = assignment_of(person_of(request), assignment_id, to_read=to_read)
    if assignment is None or hasattr(assignment, "recusal"):
        raise Http404
    if is_conflicted(assignment):
        recuse_conflicted(assignment, at=now())
        raise Http404
    return assignment


def next_step(judge: Judge) -> str | None:
    """Return the name of the route where the judge has something to do before reading, or None."""
    if not judge.has_accepted_terms:  # type: ignore[attr-defined]
        return "judge_terms"
    return None if judge.is_ready else "judge_interests"  # type: ignore[attr-defined]
