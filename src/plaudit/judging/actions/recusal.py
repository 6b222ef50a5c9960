from __future__ import annotations

import datetime as dt

from django.db import transaction

from plaudit.judging.models import Assignment, Recusal
from plaudit.judging.queries.assignments import conflicted_assignments
from plaudit.judging.rules import may_run_judging
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person
from plaudit.programmes.models import Edition

CONFLICT = "The judge has an interest in this entry or in an organisation on it."


@transaction.atomic
def recuse(assignment: Assignment, *, by: Person, at: dt.datetime, reason: str) -> Recusal:
    """Take an entry off a judge's list for good. Their scores on it no longer count.

    Checks that `by` runs the judging and gives a reason. Doing it again changes nothing.
    Raises `Refused`.
    """
    require(may_run_judging(by, assignment.round.edition))
    if not reason.strip():
        raise Refused("Say why the judge is taken off this entry.")
    recusal, _ = Recusal.objects.get_or_create(
        assignment=assignment,
        defaults={"reason": reason.strip()[:300], "recused_by": by, "recused_at": at},
    )
    return recusal


@transaction.atomic
def recuse_conflicted(assignment: Assignment, *, at: dt.datetime) -> Recusal:
    """Record the system's own recusal of a judge found in conflict. Doing it again changes nothing.

    The page hid the entry already: a conflict is derived at each read. This keeps the fact and its date.
    """
    recusal, _ = Recusal.objects.get_or_create(
        assignment=assignment, defaults={"reason": CONFLICT, "recused_at": at}
    )
    return recusal


@transaction.atomic
def recuse_conflicts(*, at: dt.datetime, edition: Edition | None = None) -> int:
    """Recuse every judge in conflict, as when an organisation joined an entry late. Return how many.

    Looks at rounds that have not closed: later, a conflict can only come from a declaration, which recuses.
    """
    found = conflicted_assignments(edition, open_at=at)
    for assignment in found:
        recuse_conflicted(assignment, at=at)
    return len(found)
