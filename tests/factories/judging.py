"""Judges and their work for tests, made by the same actions as the pages use.

The usual panel: `a_judge(category)` has accepted the invitation and the terms and declared an employer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from plaudit.entries.models import Entry
from plaudit.judging.actions.allocation import allocate_entries
from plaudit.judging.actions.interest import DeclaredInterest, declare_interests
from plaudit.judging.actions.invitation import accept_judge_invitation, invite_judge
from plaudit.judging.actions.scorecard import confirm_scorecards, save_scores
from plaudit.judging.actions.terms import accept_terms
from plaudit.judging.models import Assignment, Judge, JudgeInvitation, Round, Scorecard
from plaudit.judging.queries import assignments_of, current_round
from plaudit.kit.identifiers import new_identifier
from plaudit.people.models import Organisation, Person
from plaudit.programmes.models import Category, Edition
from tests.factories.people import a_person, an_organisation
from tests.factories.programmes import CLOSES, WHILE_JUDGING, director_of

WHILE_INVITING = CLOSES + dt.timedelta(days=1)


def an_invitation(
    category: Category, person: Person | None = None, *, at: dt.datetime = WHILE_INVITING
) -> JudgeInvitation:
    """An invitation to the category's panel, sent by the director."""
    person = person or a_person()
    by = director_of(category.edition)
    return invite_judge(category, email=person.email, name=person.name or "Jo Judge", by=by, at=at)


def a_new_judge(
    category: Category, person: Person | None = None, *, at: dt.datetime = WHILE_INVITING
) -> Judge:
    """A judge who has accepted the invitation and nothing else yet."""
    person = person or a_person()
    return accept_judge_invitation(an_invitation(category, person, at=at), by=person, at=at)


def a_judge(
    category: Category,
    person: Person | None = None,
    *,
    employer: Organisation | None = None,
    is_employed: bool = True,
    interests: Iterable[DeclaredInterest] = (),
    at: dt.datetime = WHILE_INVITING,
) -> Judge:
    """A judge ready to read. Works for an organisation of their own unless an employer is given."""
    judge = a_new_judge(category, person, at=at)
    by = judge.person
    accept_terms(judge, by=by, at=at)
    if employer is None and is_employed:
        employer = an_organisation()
    declare_interests(judge, employer=employer, interests=interests, by=by, at=at)
    return judge


def the_round(edition: Edition) -> Round:
    """The edition's round, made when its first judge accepted."""
    found = current_round(edition, WHILE_INVITING)
    assert found is not None
    return found


def allocated(edition: Edition, *, at: dt.datetime = WHILE_INVITING) -> Round:
    """The edition's round with its entries given to its judges."""
    round_ = the_round(edition)
    allocate_entries(round_, by=director_of(edition), at=at)
    return round_


def an_assignment(entry: Entry, judge: Judge | None = None) -> Assignment:
    """The entry in a ready judge's hands, by allocation."""
    judge = judge or a_judge(entry.category)
    round_ = allocated(entry.edition)
    return Assignment.objects.get(round=round_, entry=entry, judge=judge)


def a_scorecard(
    assignment: Assignment,
    *,
    value: int | None = 7,
    comment: str = "",
    version: int = 0,
    at: dt.datetime = WHILE_JUDGING,
) -> Scorecard:
    """The judge's scorecard with the same score for each criterion, and a comment on each and overall."""
    criteria = assignment.entry.category.criteria.filter(is_scored=True)
    return save_scores(
        assignment,
        by=assignment.judge.person,
        at=at,
        scores={criterion.pk: (value, comment) for criterion in criteria},
        comment=comment,
        version=version,
        key=new_identifier(),
    )


def all_confirmed(judge: Judge, *, value: int = 7, at: dt.datetime = WHILE_JUDGING) -> None:
    """Score every entry on the judge's stack alike, and confirm."""
    round_ = the_round(judge.edition)
    for letter in assignments_of(judge, round_):
        a_scorecard(Assignment.objects.get(pk=letter.assignment), value=value, at=at)
    confirm_scorecards(judge, round_, by=judge.person, at=at)
