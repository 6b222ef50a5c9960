from __future__ import annotations

import datetime as dt

from plaudit.people.models import Person
from plaudit.programmes.actions.anchor import store_anchors
from plaudit.programmes.actions.edition import create_edition, publish_edition
from plaudit.programmes.actions.programme import create_programme
from plaudit.programmes.actions.question import store_questions
from plaudit.programmes.actions.team import add_team_member
from plaudit.programmes.models import Edition, Programme, TeamRole
from plaudit.sites.demo import cast
from plaudit.sites.demo.build import texts
from plaudit.sites.demo.build.calendar import Calendar

TEAM = (
    (cast.ENTRIES_DESK.email, TeamRole.ENTRIES),
    ("coralie@larkfield.example", TeamRole.MEDIA),
    (cast.JUDGING_DESK.email, TeamRole.JUDGING),
)


def build_programme(people: dict[str, Person], at: dt.datetime) -> Programme:
    """Set the programme up, with its director and three desks."""
    director = people[cast.DIRECTOR.email]
    programme = create_programme(
        name=cast.PROGRAMME_NAME,
        slug=cast.PROGRAMME_SLUG,
        organiser_name=cast.ORGANISER_NAME,
        by=director,
        at=at,
    )
    for email, role in TEAM:
        add_team_member(programme, person=people[email], role=role, by=director, at=at)
    return programme


def build_edition(
    programme: Programme, calendar: Calendar, *, accent: str, by: Person, at: dt.datetime
) -> Edition:
    """Set an edition up with its dates, texts, questions, anchors and desks, and publish it."""
    edition = create_edition(
        programme,
        name=f"{cast.PROGRAMME_NAME} {calendar.name}",
        slug=calendar.name,
        opens_at=calendar.opens,
        closes_at=calendar.closes,
        judging_opens_at=calendar.judging_opens,
        judging_closes_at=calendar.judging_closes,
        ceremony_at=calendar.ceremony,
        venue="The Corn Hall, Brackmere (invented)",
        strapline=texts.STRAPLINE,
        introduction=texts.INTRODUCTION,
        how_it_works=texts.HOW_IT_WORKS,
        accent_colour=accent,
        default_word_limit=250,
        readers_per_entry=3,
        by=by,
        at=at,
    )
    store_anchors(edition, texts.ANCHORS, by=by, at=at)
    store_questions(edition, texts.QUESTIONS, by=by, at=at)
    for position, (slug, purpose, role, name, phone, email) in enumerate(texts.DESKS, start=1):
        edition.desks.create(
            position=position,
            slug=slug,
            purpose=purpose,
            role=role,
            contact_name=name,
            phone=phone,
            email=email,
        )
    return publish_edition(edition, by=by, at=at)
