from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from plaudit.judging.models import Judge, JudgeInvitation
from plaudit.judging.queries.progress import Progress
from plaudit.kit.dates import short_day
from plaudit.programmes.models import Edition


def judge_rows(judges: Iterable[Judge], progress: Mapping[UUID, Progress]) -> list[dict[str, Any]]:
    """Return one row a judge: panels, employer, and how far they have come."""
    return [
        {
            "name": judge.person.display_name,
            "email": judge.person.email if judge.person.name else "",
            "employer": judge.employer.name if judge.employer else "",
            "panels": ", ".join(
                dict.fromkeys(
                    member.panel.category.name for member in judge.panel_memberships.all()
                )
            ),
            "state": _state(judge, progress.get(judge.pk)),
            "done": given.confirmed + given.abstained if (given := progress.get(judge.pk)) else 0,
            "assigned": given.assigned if given else 0,
        }
        for judge in judges
    ]


def _state(judge: Judge, progress: Progress | None) -> str:
    if not judge.has_accepted_terms:  # type: ignore[attr-defined]
        return "Has yet to accept the terms"
    if judge.declared_at is None:  # type: ignore[attr-defined]
        return "Has yet to declare interests"
    if not judge.is_ready:  # type: ignore[attr-defined]
        return "Has yet to declare interests for a new panel"
    if progress is None or not progress.assigned:
        return "Ready for entries"
    if progress.confirmed + progress.abstained == progress.assigned:
        return "All confirmed"
    if progress.unread == progress.assigned:
        return "Has entries, none begun"
    return "Scoring"


def invitation_rows(
    invitations: Iterable[JudgeInvitation], edition: Edition
) -> list[dict[str, Any]]:
    """Return one row an invitation that nobody has accepted."""
    return [
        {
            "id": invitation.pk,
            "name": invitation.name,
            "email": invitation.email,
            "category": invitation.category.name,
            "state": _invited(invitation, edition),
            "can_revoke": invitation.declined_at is None and invitation.revoked_at is None,
        }
        for invitation in invitations
    ]


def _invited(invitation: JudgeInvitation, edition: Edition) -> str:
    if invitation.revoked_at is not None:
        return f"Taken back on {short_day(invitation.revoked_at, edition.zone)}"
    if invitation.declined_at is not None:
        return f"Declined on {short_day(invitation.declined_at, edition.zone)}"
    return f"Invited on {short_day(invitation.invited_at, edition.zone)}"
