"""The whole demo programme, through the actions that the pages use, each at its own past moment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.db import transaction

from plaudit.entries.models import Entry
from plaudit.kit.clock import frozen_at
from plaudit.people.models import Organisation, Person
from plaudit.programmes.models import Edition, Programme
from plaudit.results.actions.announcement import set_announcement
from plaudit.results.actions.decision import record_decision
from plaudit.results.actions.release import queue_result_mail
from plaudit.sites.demo import cast
from plaudit.sites.demo.build.calendar import Calendar, last_calendar, this_calendar
from plaudit.sites.demo.build.carried import build_carried
from plaudit.sites.demo.build.categories import build_categories
from plaudit.sites.demo.build.ceremony import build_ceremony
from plaudit.sites.demo.build.charged import build_charged
from plaudit.sites.demo.build.correction import TITLE, correct_a_slip
from plaudit.sites.demo.build.edition import build_edition, build_programme
from plaudit.sites.demo.build.enquiries import build_enquiries
from plaudit.sites.demo.build.entries import Setting, build_entries
from plaudit.sites.demo.build.judging import build_panels, invite_without_answer, judge_everything
from plaudit.sites.demo.build.partners import build_partners
from plaudit.sites.demo.build.people import build_people, build_register
from plaudit.sites.demo.build.post import post
from plaudit.sites.demo.build.projects import Project, projects_of
from plaudit.sites.demo.build.talk import build_comments, build_declarations

LAUREL, SLATE = "#1F5C4A", "#2F4B7C"
SO_FAR = 0.5  # of the open time: this much has passed on whichever day the demo is built
DAY = dt.timedelta(days=1)


@transaction.atomic
def build_demo(today: dt.datetime) -> Programme:
    """Build last year's edition, announced, and this year's, open for two more weeks at `today`."""
    last, this = last_calendar(today), this_calendar(today)
    with frozen_at(last.set_up):
        people = build_people(last.set_up)
        director = people[cast.DIRECTOR.email]
        register = build_register(director, last.set_up)
        programme = build_programme(people, last.set_up)
    _build_last(programme, last, people, register)
    _build_this(programme, this, people, register)
    build_charged(people, register, this)
    return programme


def _build_last(
    programme: Programme,
    calendar: Calendar,
    people: Mapping[str, Person],
    register: Mapping[str, Organisation],
) -> None:
    director, projects = people[cast.DIRECTOR.email], projects_of("last")
    with frozen_at(calendar.set_up):
        edition = build_edition(programme, calendar, accent=SLATE, by=director, at=calendar.set_up)
        categories = build_categories(edition, is_last_year=True, by=director, at=calendar.set_up)
    entries = build_entries(projects, Setting(categories, people, register, calendar), until=1.0)
    judges = build_panels(
        categories.values(), people, register, by=director, at=calendar.closes - 7 * DAY
    )
    merit = {project.title: project.merit for project in projects}
    judge_everything(edition, judges, merit, calendar, by=director)
    _announce(edition, entries, projects, director, calendar)


def _announce(
    edition: Edition,
    entries: Mapping[str, Entry],
    projects: list[Project],
    director: Person,
    calendar: Calendar,
) -> None:
    decided = calendar.judging_closes + 3 * DAY
    with frozen_at(decided):
        for project in projects:
            record_decision(
                entries[project.title],
                project.outcome,
                by=director,
                at=decided,
                citation=project.citation,
            )
        set_announcement(edition, calendar.ceremony, by=director, at=decided)
    with frozen_at(calendar.ceremony):
        queue_result_mail(calendar.ceremony)
    post(calendar.ceremony)
    correct_a_slip(entries[TITLE], by=director, at=calendar.ceremony + 4 * DAY)


def _build_this(
    programme: Programme,
    calendar: Calendar,
    people: Mapping[str, Person],
    register: Mapping[str, Organisation],
) -> None:
    director = people[cast.DIRECTOR.email]
    with frozen_at(calendar.set_up):
        edition = build_edition(programme, calendar, accent=LAUREL, by=director, at=calendar.set_up)
        categories = build_categories(edition, is_last_year=False, by=director, at=calendar.set_up)
    build_declarations(edition, by=director, at=calendar.set_up)
    setting = Setting(categories, people, register, calendar)
    entries = build_entries(projects_of("this"), setting, until=SO_FAR)
    build_comments(entries, calendar.into(SO_FAR - 0.02))
    build_partners(entries, people, register, calendar, until=SO_FAR)
    build_carried(categories, calendar.into(SO_FAR - 0.05))
    asked = calendar.into(SO_FAR / 2)
    build_panels(categories.values(), people, register, by=director, at=asked)
    invite_without_answer(categories["Shared Services Award"], by=director, at=asked + 5 * DAY)
    build_enquiries(edition, people, calendar)
    build_ceremony(edition, people, register, calendar, until=SO_FAR)
