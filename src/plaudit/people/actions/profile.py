from __future__ import annotations

import datetime as dt

from django.db import transaction

from plaudit.kit.verdict import Refused
from plaudit.people.models import Person

LONGEST = 120


@transaction.atomic
def name_person(person: Person, *, name: str, job_title: str, at: dt.datetime) -> Person:
    """Record what a person is called and does, with spaces and line breaks made single spaces.

    `person` says it of themselves, so there is no `by`. Raises `Refused` when the name is empty or either
    is longer than 120 characters.
    """
    name, job_title = " ".join(name.split()), " ".join(job_title.split())
    if not name:
        raise Refused("Enter your name.")
    if max(len(name), len(job_title)) > LONGEST:
        raise Refused("Your name and job title can have 120 characters each.")
    person.name, person.job_title = name, job_title
    person.save(update_fields=["name", "job_title"])
    return person
