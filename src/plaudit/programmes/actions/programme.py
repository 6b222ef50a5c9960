from __future__ import annotations

import datetime as dt

from django.db import IntegrityError, transaction

from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person
from plaudit.programmes.models import Programme, TeamMember, TeamRole
from plaudit.programmes.naming import RESERVED
from plaudit.programmes.rules import may_start_programme


@transaction.atomic
def create_programme(
    *, name: str, slug: str, organiser_name: str, by: Person, at: dt.datetime
) -> Programme:
    """Set up a programme with `by` as its awards director.

    Checks that the person may, and that the address is free and not one of the site's own.
    Raises `Refused`.
    """
    require(may_start_programme(by))
    if slug in RESERVED:
        raise Refused(f"The address “{slug}” belongs to the site itself. Choose another.")
    try:
        with transaction.atomic():
            programme = Programme.objects.create(
                name=name, slug=slug, organiser_name=organiser_name, created_at=at
            )
    except IntegrityError as error:
        raise Refused(f"Another programme already has the address “{slug}”.") from error
    TeamMember.objects.create(programme=programme, person=by, role=TeamRole.DIRECTOR, added_at=at)
    return programme
