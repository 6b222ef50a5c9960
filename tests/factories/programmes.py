"""Programmes, editions and categories for tests.

The usual edition takes entries in the first quarter of 2027: hold the clock at `WHILE_OPEN`,
`WHILE_JUDGING` or `AFTER_JUDGING`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from plaudit.people.models import Person
from plaudit.programmes.models import (
    Category,
    CategoryCriterion,
    Criterion,
    Edition,
    EligibilityQuestion,
    Programme,
    Prompt,
    ScoreAnchor,
    TeamMember,
    TeamRole,
)
from tests.factories.numbers import next_number

OPENS = dt.datetime(2027, 1, 11, 9, tzinfo=dt.UTC)
CLOSES = dt.datetime(2027, 3, 12, 17, tzinfo=dt.UTC)
JUDGING_OPENS = dt.datetime(2027, 3, 22, 9, tzinfo=dt.UTC)
JUDGING_CLOSES = dt.datetime(2027, 4, 30, 16, tzinfo=dt.UTC)
BEFORE_OPENING = dt.datetime(2026, 12, 1, 10, tzinfo=dt.UTC)
WHILE_OPEN = dt.datetime(2027, 2, 1, 10, tzinfo=dt.UTC)
WHILE_JUDGING = dt.datetime(2027, 4, 5, 10, tzinfo=dt.UTC)
AFTER_JUDGING = dt.datetime(2027, 5, 10, 10, tzinfo=dt.UTC)

PROMPTS = {
    "Ambition": ["What was the need?", "What did you set out to change?"],
    "Outcome": ["What changed, against your baseline?"],
    "Involvement": ["Who helped to shape the work?"],
}


def a_person_named(email: str, name: str = "") -> Person:
    """The person with this address, made now if there is none."""
    person, _ = Person.objects.get_or_create(email=email, defaults={"name": name})
    return person


def _director() -> Person:
    return a_person_named("director@example.org", "Dana Director")


def a_programme(*, director: Person | None = None, **fields: Any) -> Programme:
    """A programme with a director (`director@example.org` unless given)."""
    number = next_number()
    programme = Programme.objects.create(
        **{
            "name": f"Neighbour Awards {number}",
            "slug": f"neighbour-awards-{number}",
            "organiser_name": "Example Journal",
            "created_at": BEFORE_OPENING,
            **fields,
        }
    )
    a_team_member(programme, director or _director(), TeamRole.DIRECTOR)
    return programme


def a_team_member(programme: Programme, person: Person, role: TeamRole) -> TeamMember:
    return TeamMember.objects.create(
        programme=programme, person=person, role=role, added_at=BEFORE_OPENING
    )


def director_of(edition: Edition) -> Person:
    """The person who directs the edition's programme."""
    return edition.programme.team.filter(role=TeamRole.DIRECTOR).earliest("added_at").person


def an_edition(programme: Programme | None = None, **fields: Any) -> Edition:
    """A published edition with the usual dates and score anchors; `published_at=None` for a draft."""
    edition = Edition.objects.create(
        programme=programme or a_programme(),
        **{
            "name": "Neighbour Awards 2027",
            "slug": f"{next_number()}",
            "introduction": "Work that neighbours do together.",
            "judge_terms": "Keep what you read to yourself.",
            "opens_at": OPENS,
            "closes_at": CLOSES,
            "judging_opens_at": JUDGING_OPENS,
            "judging_closes_at": JUDGING_CLOSES,
            "published_at": BEFORE_OPENING,
            "created_at": BEFORE_OPENING,
            **fields,
        },
    )
    ScoreAnchor.objects.bulk_create(
        ScoreAnchor(edition=edition, value=value, meaning=meaning)
        for value, meaning in [(0, "Nothing answered."), (10, "Nothing to add.")]
    )
    return edition


def a_category(
    edition: Edition | None = None,
    *,
    sections: Mapping[str, Sequence[str]] | None = None,
    **fields: Any,
) -> Category:
    """A published category with three scored sections (`PROMPTS`) unless `sections` are given."""
    number = next_number()
    edition = edition or an_edition()
    category = Category.objects.create(
        edition=edition,
        **{
            "name": f"Best street {number}",
            "slug": f"best-street-{number}",
            "introduction": "For streets that look after each other.",
            "eligibility": "Any group of neighbours.",
            "position": number,
            "published_at": BEFORE_OPENING,
            "created_at": BEFORE_OPENING,
            **fields,
        },
    )
    for name, prompts in (PROMPTS if sections is None else sections).items():
        a_section(category, name, prompts)
    return category


def a_section(
    category: Category,
    name: str,
    prompts: Sequence[str] = ("What happened?",),
    **fields: Any,
) -> CategoryCriterion:
    """One more section at the end of the category's form."""
    position = category.criteria.count() + 1
    criterion, _ = Criterion.objects.get_or_create(
        edition=category.edition,
        name=name,
        defaults={"position": category.edition.criteria.count() + 1},
    )
    section = CategoryCriterion.objects.create(
        category=category, criterion=criterion, position=position, **fields
    )
    Prompt.objects.bulk_create(
        Prompt(criterion=section, position=place, text=text)
        for place, text in enumerate(prompts, start=1)
    )
    return section


def an_eligibility_question(category: Category, **fields: Any) -> EligibilityQuestion:
    """A question whose answer must be yes."""
    return EligibilityQuestion.objects.create(
        category=category,
        **{
            "position": category.eligibility_questions.count() + 1,
            "text": "Did the work take place in the last two years?",
            "reason": "Only work of the last two years can enter.",
            **fields,
        },
    )
