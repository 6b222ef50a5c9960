"""What the demo's other judges do when they are asked: read and score everything on their desks."""

from __future__ import annotations

import datetime as dt
import random
from uuid import UUID

from django.db import transaction

from plaudit.judging.actions.confirmation import confirm_scorecards
from plaudit.judging.models import Judge
from plaudit.judging.queries.assignments import assignment_for
from plaudit.judging.queries.judges import current_round, judges_of
from plaudit.judging.queries.stack import places_of
from plaudit.judging.rules import is_open
from plaudit.judging.states import LetterState
from plaudit.programmes.models import Edition
from plaudit.sites.demo.build.judging import score_as
from plaudit.sites.demo.build.projects import projects_of
from plaudit.sites.demo.cast import role_of

USUAL_MERIT = 6


def unread_letters(edition: Edition, at: dt.datetime) -> list[tuple[Judge, UUID]]:
    """Return each judge that nobody can be, with each unread assignment; none while the round is shut."""
    round_ = current_round(edition, at)
    if round_ is None or not is_open(round_, edition, at):
        return []
    others = [judge for judge in judges_of(edition) if role_of(judge.person.email) is None]
    return [
        (judge, place.assignment)
        for judge in others
        for place in places_of(judge, round_)
        if place.state == LetterState.UNREAD
    ]


@transaction.atomic
def let_others_score(edition: Edition, at: dt.datetime) -> int:
    """Have the other judges score what they have not read, and confirm; return how many entries they read."""
    merit = {project.title: project.merit for project in projects_of("this")}
    letters = unread_letters(edition, at)
    for number, (judge, key) in enumerate(letters):
        assignment = assignment_for(judge.person, key)
        if assignment is not None:
            deserved = merit.get(assignment.entry.title, USUAL_MERIT)
            score_as(assignment, judge.person, deserved, at, random.Random(number))  # noqa: S311
    round_ = current_round(edition, at)
    for judge in {judge.pk: judge for judge, _ in letters}.values():
        if round_ is not None:
            confirm_scorecards(judge, round_, by=judge.person, at=at)
    return len(letters)
