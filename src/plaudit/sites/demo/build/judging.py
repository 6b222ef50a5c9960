"""The judges of the demo: asked, agreed, declared; and, for the past edition, what they thought."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable, Mapping

from plaudit.judging.actions.abstention import abstain
from plaudit.judging.actions.allocation import allocate_entries
from plaudit.judging.actions.confirmation import confirm_scorecards
from plaudit.judging.actions.interest import DeclaredInterest, declare_interests
from plaudit.judging.actions.invitation import accept_judge_invitation, invite_judge
from plaudit.judging.actions.scorecard import save_scores
from plaudit.judging.actions.terms import accept_terms
from plaudit.judging.models import Assignment, Judge
from plaudit.kit.clock import frozen_at
from plaudit.kit.identifiers import new_identifier
from plaudit.people.models import Organisation, Person
from plaudit.programmes.models import Category, Edition
from plaudit.sites.demo import cast
from plaudit.sites.demo.build.calendar import Calendar
from plaudit.sites.demo.build.post import post
from plaudit.sites.demo.build.remarks import remark_on, verdict_on

EMPLOYERS = {
    cast.JUDGE_WITH_CONFLICT.email: "Ostley Community Health NHS Trust",
    cast.JUDGE.email: "",
    "desmond@judges.example": "National Office for Neighbourhood Health",
    "philippa@judges.example": "Agency for Warm and Safe Homes",
    "anneliese@judges.example": "University of Merrowby",
    "yusuf@judges.example": "",
}
SEATS = {
    "Neighbourhood Partnership Award": (
        cast.JUDGE_WITH_CONFLICT,
        cast.JUDGE,
        "desmond",
        "anneliese",
    ),
    "Shared Services Award": (
        cast.JUDGE_WITH_CONFLICT,
        cast.JUDGE,
        "desmond",
        "philippa",
        "anneliese",
    ),
    "Well at Home Award": (cast.JUDGE_WITH_CONFLICT, cast.JUDGE, "desmond", "philippa", "yusuf"),
    "Fair Access Award": (cast.JUDGE, "anneliese", "philippa", "yusuf"),
    "Better Together on Data Award": (cast.JUDGE, "desmond", "anneliese", "yusuf"),
}
LENIENCY = {
    "desmond@judges.example": -1.0,
    "philippa@judges.example": 0.8,
    "anneliese@judges.example": -0.4,
    cast.JUDGE.email: 0.3,
}


def build_panels(
    categories: Iterable[Category],
    people: Mapping[str, Person],
    register: Mapping[str, Organisation],
    *,
    by: Person,
    at: dt.datetime,
) -> list[Judge]:
    """Invite the judges to their panels; they accept two days later and declare their interests."""
    panels = list(categories)
    return [
        _join(
            people[email], [panel for panel in panels if email in _seated(panel)], register, by, at
        )
        for email in EMPLOYERS
    ]


def _seated(category: Category) -> set[str]:
    """Return the addresses of the category's panel."""
    seats = SEATS[category.name]
    return {f"{seat}@judges.example" if isinstance(seat, str) else seat.email for seat in seats}


def _join(
    person: Person,
    categories: list[Category],
    register: Mapping[str, Organisation],
    by: Person,
    at: dt.datetime,
) -> Judge:
    answered = at + dt.timedelta(days=2)
    with frozen_at(at):
        asked = [
            invite_judge(category, email=person.email, name=person.name, by=by, at=at)
            for category in categories
        ]
    with frozen_at(answered):
        judge = [accept_judge_invitation(each, by=person, at=answered) for each in asked][-1]
        accept_terms(judge, by=person, at=answered)
        employer = register.get(EMPLOYERS[person.email])
        past = [
            DeclaredInterest(
                "past_employer",
                organisation=register["Lindrake County Council"],
                note="Until last summer.",
            )
        ]
        declare_interests(
            judge,
            employer=employer,
            interests=past if person.email == "yusuf@judges.example" else [],
            by=person,
            at=answered,
        )
    post(at)
    return judge


def invite_without_answer(category: Category, *, by: Person, at: dt.datetime) -> None:
    """Ask two people who have not answered yet."""
    with frozen_at(at):
        for email, name in (
            ("quentin@judges.example", "Quentin Ravensdale-Obi"),
            ("sabine@judges.example", "Sabine Tolliver"),
        ):
            invite_judge(category, email=email, name=name, by=by, at=at)
    post(at)


def judge_everything(
    edition: Edition,
    judges: list[Judge],
    merit: Mapping[str, int],
    calendar: Calendar,
    *,
    by: Person,
) -> None:
    """Allocate, read, score and confirm a whole round. `merit`: what each title deserves."""
    opened = calendar.judging_opens
    with frozen_at(opened):
        allocate_entries(edition.rounds.get(position=1), by=by, at=opened)
    post(opened)
    for number, judge in enumerate(judges):
        _read_stack(judge, merit, opened + dt.timedelta(days=3 + number), random.Random(number))  # noqa: S311


def _read_stack(
    judge: Judge, merit: Mapping[str, int], begun: dt.datetime, chance: random.Random
) -> None:
    stack = judge.assignments.filter(recusal=None).select_related("entry__category", "round")
    at = begun
    for assignment in stack.order_by("entry__number"):
        at += dt.timedelta(minutes=35)
        with frozen_at(at):
            score_as(assignment, judge.person, merit[assignment.entry.title], at, chance)
    with frozen_at(at):
        if stack:
            confirm_scorecards(
                judge, stack[0].round, by=judge.person, at=at + dt.timedelta(minutes=5)
            )


def score_as(
    assignment: Assignment, person: Person, merit: int, at: dt.datetime, chance: random.Random
) -> None:
    """Score an entry by its merit and the judge's own leniency; one judge now and then abstains."""
    if person.email == "yusuf@judges.example" and merit == 7:
        abstain(
            assignment,
            by=person,
            at=at,
            reason="I reviewed an early draft of this project's budget.",
        )
        return
    fair = merit + LENIENCY.get(person.email, 0.0)
    scores = {}
    for criterion in assignment.entry.category.criteria.filter(is_scored=True):
        value = min(10, max(1, round(chance.gauss(fair, 1.0))))
        scores[criterion.pk] = (value, remark_on(criterion.name, value, chance))
    save_scores(
        assignment,
        by=person,
        at=at,
        scores=scores,
        comment=verdict_on(merit, chance),
        version=0,
        key=new_identifier(),
    )
