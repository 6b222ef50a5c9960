from __future__ import annotations

import datetime as dt

from django.db import transaction

from plaudit.judging.models import Abstention, Assignment, Scorecard
from plaudit.judging.queries.assignments import assignment_of
from plaudit.judging.rules import may_score
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person


@transaction.atomic
def abstain(assignment: Assignment, *, by: Person, at: dt.datetime, reason: str) -> Abstention:
    """Record that the judge will not score the entry, and why. Scores given so far are kept, uncounted.

    Checks that `by` is the judge, that the round is open, that nothing is confirmed, and the reason.
    Abstaining again changes nothing. Locks the scorecard, if there is one. Raises `Refused`.
    """
    list(Scorecard.objects.select_for_update().filter(assignment=assignment))
    current = assignment_of(by, assignment.pk)
    if current is None:
        raise Refused("This entry is not on your list.")
    if hasattr(current, "abstention"):
        return current.abstention
    require(may_score(current, by, at))
    if not reason.strip():
        raise Refused("Say why you are not scoring this entry.")
    abstention, _ = Abstention.objects.get_or_create(
        assignment=current, defaults={"reason": reason.strip()[:300], "abstained_at": at}
    )
    return abstention
