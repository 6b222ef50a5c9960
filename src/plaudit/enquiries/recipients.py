"""Who hears of a message to a desk."""

from __future__ import annotations

from plaudit.enquiries.models import Desk
from plaudit.people.models import Person
from plaudit.programmes.models import Edition, TeamMember, TeamRole


def people_of_role(edition: Edition, role: str) -> list[Person]:
    """Return the team members who have the role, and the directors, each once."""
    members = TeamMember.objects.filter(
        programme=edition.programme_id, role__in=[role, TeamRole.DIRECTOR]
    )
    people = {
        member.person_id: member.person
        for member in members.select_related("person").order_by("added_at")
    }
    return [person for person in people.values() if person.is_active]


def desk_recipients(desk: Desk) -> list[Person | str]:
    """Return the desk's people and its own address, each address once."""
    people = people_of_role(desk.edition, desk.role)
    shared = desk.email.strip().lower()
    if not shared or any(person.email == shared for person in people):
        return list(people)
    return [*people, shared]
