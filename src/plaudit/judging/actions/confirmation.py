from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import F

from plaudit.judging.models import Confirmation, Judge, Round, Scorecard
from plaudit.judging.queries.stack import Letter, assignments_of
from plaudit.judging.rules import is_open, is_the_judge
from plaudit.judging.states import LetterState
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person


@transaction.atomic
def confirm_scorecards(judge: Judge, round_: Round, *, by: Person, at: dt.datetime) -> int:
    """Make every scorecard of the judge in the round final. Return how many were not final before.

    Checks that `by` is the judge, that the round is open, and that every entry on the stack is scored
    on each criterion or abstained from; the refusal names what is missing. Confirming again changes
    nothing. Locks the scorecards and raises their versions, so that a save on its way is refused.
    Raises `Refused`.
    """
    require(is_the_judge(judge, by))
    require(is_open(round_, judge.edition, at))
    cards = Scorecard.objects.filter(assignment__judge=judge, assignment__round=round_)
    locked = list(cards.select_for_update(of=("self",)).order_by("pk"))
    stack = assignments_of(judge, round_)
    missing = [_missing(letter) for letter in stack if is_unfinished(letter)]
    if missing:
        raise Refused(f"Score these first, or abstain: {'; '.join(missing)}.")
    scored = {letter.assignment for letter in stack if letter.state == LetterState.SCORED}
    final = [card for card in locked if card.assignment_id in scored]
    Scorecard.objects.filter(pk__in=[card.pk for card in final]).update(version=F("version") + 1)
    Confirmation.objects.bulk_create(
        Confirmation(scorecard=card, confirmed_at=at) for card in final
    )
    return len(final)


def is_unfinished(letter: Letter) -> bool:
    """Whether the entry keeps the judge from confirming: not scored throughout, nor abstained from."""
    return letter.state in (LetterState.UNREAD, LetterState.IN_PROGRESS)


def _missing(letter: Letter) -> str:
    return f"“{letter.title}” ({letter.filled} of {letter.required} scores)"
