"""What of judging moves when two organisations of the register are made one."""

from __future__ import annotations

import datetime as dt

from plaudit.judging.actions.recusal import recuse_conflicts
from plaudit.judging.models import Interest, Judge
from plaudit.people.models import Organisation, Person


def count_interests(organisation: Organisation) -> int:
    """Return how many judges are tied to the organisation: those it employs, and each other interest."""
    return (
        Judge.objects.filter(employer=organisation).count()
        + Interest.objects.filter(organisation=organisation).count()
    )


def move_interests(kept: Organisation, merged: Organisation, by: Person, at: dt.datetime) -> int:
    """Move judges' employers and interests, and recuse judges in conflict in rounds that are still open.

    Where a judge declared the same interest in both, the one in `merged` ends. Runs after the entries moved.
    """
    moved = Judge.objects.filter(employer=merged).update(employer=kept)
    standing = set(
        Interest.objects.filter(organisation=kept, ended_at__isnull=True).values_list(
            "judge", "kind"
        )
    )
    rows = list(Interest.objects.filter(organisation=merged).order_by("pk"))
    for row in rows:
        if row.ended_at is None and (row.judge_id, row.kind) in standing:
            row.ended_at = at
        row.organisation = kept
        row.save(update_fields=["organisation", "ended_at"])
    recuse_conflicts(at=at)
    return moved + len(rows)
