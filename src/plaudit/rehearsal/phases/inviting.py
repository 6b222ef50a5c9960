"""Judges are asked, answer, agree to the terms and declare their interests. Some work for a partner."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from plaudit.judging.actions.interest import DeclaredInterest, declare_interests
from plaudit.judging.actions.invitation import (
    accept_judge_invitation,
    decline_judge_invitation,
    invite_judge,
)
from plaudit.judging.actions.terms import accept_terms
from plaudit.judging.models import InterestKind, Judge
from plaudit.judging.queries.judges import current_round
from plaudit.kit.clock import frozen_at
from plaudit.kit.verdict import Refused
from plaudit.people.actions.sign_in import person_for_sign_in
from plaudit.people.models import Organisation
from plaudit.programmes.models import Category
from plaudit.rehearsal.finding import present
from plaudit.rehearsal.invented import person_name
from plaudit.rehearsal.stage import Stage

TITLE = "Inviting judges"
DAY = dt.timedelta(days=1)


def play(stage: Stage) -> dict[str, int]:
    counts: Counter[str] = Counter()
    asked, answered = stage.plan.closes + DAY, stage.plan.closes + 4 * DAY
    wanted = [_categories_for(stage, number) for number in range(stage.plan.judges)]
    for number, categories in enumerate(wanted):
        judge = _join(stage, number, categories, asked, answered)
        _declare(stage, judge, number, counts, answered)
        stage.judges.append(judge)
        counts["invitations"] += len(categories)
    for number in range(max(1, stage.plan.judges // 10)):
        _decline(stage, number, asked, answered)
        counts["declined"] += 1
    counts["judges"] = len(stage.judges)
    stage.round = present(current_round(stage.edition, answered))
    return dict(sorted(counts.items()))


def _categories_for(stage: Stage, number: int) -> list[Category]:
    """Give each judge two categories that lie side by side; with few judges, everybody reads everything."""
    if stage.plan.judges < 5 * len(stage.categories) // 2:
        return list(stage.categories)
    first = number % len(stage.categories)
    return [stage.categories[first], stage.categories[(first + 1) % len(stage.categories)]]


def _join(
    stage: Stage, number: int, categories: list[Category], asked: dt.datetime, answered: dt.datetime
) -> Judge:
    address = f"judge{number}@judges.example"
    with frozen_at(asked):
        name = person_name(stage.chance)
        invitations = [
            invite_judge(category, email=address, name=name, by=stage.director, at=asked)
            for category in categories
        ]
    with frozen_at(answered):
        person = person_for_sign_in(address, at=answered)
        judges = [accept_judge_invitation(each, by=person, at=answered) for each in invitations]
        _cannot_declare_before_agreeing(judges[-1], answered)
        accept_terms(judges[-1], by=person, at=answered)
    return judges[-1]


def _cannot_declare_before_agreeing(judge: Judge, at: dt.datetime) -> None:
    try:
        declare_interests(judge, employer=None, interests=[], by=judge.person, at=at)
    except Refused:
        return
    raise AssertionError("A judge declared interests before agreeing to the terms.")


def _declare(
    stage: Stage, judge: Judge, number: int, counts: Counter[str], at: dt.datetime
) -> None:
    """Every third judge works for an organisation that stands on an entry; every fifth has another tie."""
    employer = stage.chance.choice(_on_entries(stage)) if number % 3 == 0 else None
    interests = []
    if number % 5 == 1:
        interests.append(
            DeclaredInterest(
                InterestKind.ADVISER, organisation=stage.chance.choice(_on_entries(stage))
            )
        )
    if number % 7 == 2:
        draft = stage.chance.choice(stage.drafts)
        interests.append(
            DeclaredInterest(InterestKind.PROJECT, entry=draft.entry, note="I helped them begin.")
        )
    with frozen_at(at):
        declare_interests(judge, employer=employer, interests=interests, by=judge.person, at=at)
    counts["employed by a partner"] += employer is not None
    counts["other interests"] += len(interests)


def _on_entries(stage: Stage) -> list[Organisation]:
    named = {each.pk: each for draft in stage.drafts for each in (draft.lead, *draft.partners)}
    return [organisation for organisation in stage.organisations if organisation.pk in named]


def _decline(stage: Stage, number: int, asked: dt.datetime, answered: dt.datetime) -> None:
    address = f"busy{number}@judges.example"
    with frozen_at(asked):
        invitation = invite_judge(
            stage.categories[0],
            email=address,
            name=person_name(stage.chance),
            by=stage.director,
            at=asked,
        )
    with frozen_at(answered):
        decline_judge_invitation(
            invitation, by=person_for_sign_in(address, at=answered), at=answered
        )
