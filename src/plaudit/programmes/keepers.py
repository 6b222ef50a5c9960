"""The people who keep the register of organisations."""

from __future__ import annotations

from plaudit.people.models import Person
from plaudit.programmes.models import TeamRole


def looks_after_entries(person: Person) -> bool:
    """Whether the person directs a programme on this site, or looks after its entries."""
    roles = (TeamRole.DIRECTOR, TeamRole.ENTRIES)
    return person.team_roles.filter(role__in=roles).exists()
