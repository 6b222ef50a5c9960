from __future__ import annotations

import datetime as dt

from django.db import transaction

from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person
from plaudit.programmes.models import Programme, TeamMember, TeamRole
from plaudit.programmes.rules import may_work_for


@transaction.atomic
def add_team_member(
    programme: Programme,
    *,
    person: Person,
    role: TeamRole | str,
    by: Person,
    at: dt.datetime,
) -> TeamMember:
    """Give the person a role in the programme's team. Giving it again changes nothing.

    Checks that `by` directs the programme. Raises `Refused`.
    """
    require(may_work_for(by, programme))
    member, _ = TeamMember.objects.get_or_create(
        programme=programme,
        person=person,
        role=TeamRole(role),
        defaults={"added_at": at},
    )
    return member


@transaction.atomic
def remove_team_member(member: TeamMember, *, by: Person, at: dt.datetime) -> None:
    """Take a role away. Checks that `by` directs the programme and that a director is left.

    Locks the programme. Raises `Refused`.
    """
    programme = Programme.objects.select_for_update().get(pk=member.programme_id)
    require(may_work_for(by, programme))
    directors = programme.team.filter(role=TeamRole.DIRECTOR)
    if member.role == TeamRole.DIRECTOR and not directors.exclude(pk=member.pk).exists():
        raise Refused("A programme needs an awards director. Name another before this one leaves.")
    member.delete()
