from __future__ import annotations

import datetime as dt

from plaudit.people.actions.organisation import register_organisation
from plaudit.people.actions.profile import name_person
from plaudit.people.actions.sign_in import person_for_sign_in
from plaudit.people.models import Organisation, Person
from plaudit.sites.demo.build.projects import rows_of
from plaudit.sites.demo.cast import ROLES


def build_people(at: dt.datetime) -> dict[str, Person]:
    """Make everybody of the demo, by address."""
    cast = [(role.email, role.name, role.job_title) for role in ROLES if role.email]
    others = [(email, name, job) for email, name, job in rows_of("people.txt")]
    return {email: _person(email, name, job, at) for email, name, job in [*cast, *others]}


def _person(email: str, name: str, job_title: str, at: dt.datetime) -> Person:
    person = person_for_sign_in(email, at=at)
    return name_person(person, name=name, job_title=job_title, at=at)


def build_register(by: Person, at: dt.datetime) -> dict[str, Organisation]:
    """Make the register of organisations, by name."""
    return {
        name: _organisation(name, kind, names, by, at)
        for name, kind, names in rows_of("register.txt")
    }


def _organisation(name: str, kind: str, others: str, by: Person, at: dt.datetime) -> Organisation:
    organisation = register_organisation(name=name, kind=kind, by=by, at=at)
    organisation.aliases = [other.strip() for other in others.split(";") if other.strip()]
    organisation.save(update_fields=["aliases"])
    return organisation
