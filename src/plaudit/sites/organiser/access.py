"""Who is let into the organiser's room, and as what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, cast
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponseBase

from plaudit.kit.verdict import Refused
from plaudit.people.models import Person
from plaudit.programmes.models import Edition, TeamRole
from plaudit.programmes.queries import managed_edition, roles_of
from plaudit.sites.components.signed_in import only_signed_in

EVERYBODY = tuple(TeamRole)
for_people = only_signed_in("Nothing was saved.")
View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class Room:
    """The edition that is being organised, and the person who does it with their roles."""

    person: Person
    edition: Edition
    roles: frozenset[TeamRole]

    def has(self, *roles: TeamRole) -> bool:
        """Whether the person holds one of `roles`; the director holds them all."""
        return TeamRole.DIRECTOR in self.roles or bool(self.roles & set(roles))


def for_team(*roles: TeamRole) -> Callable[[View], View]:
    """Give a view the `Room` in place of the edition's identifier.

    Signed out: to the sign-in page, or, for a form, what was typed. Not on the team: 404, as for an
    edition that is not there. On the team without one of `roles` (none given: the director alone): a page
    that says whom to ask.
    """

    def decorate(view: View) -> View:
        @for_people
        @wraps(view)
        def guarded(request: HttpRequest, edition: UUID, **arguments: Any) -> HttpResponseBase:
            person = signed_in(request)
            managed = managed_edition(person, edition)
            if managed is None:
                raise Http404
            room = Room(person, managed, roles_of(person, managed))
            if not room.has(*roles):
                raise Refused("You are not on the team that does this. Ask the awards director.")
            return view(request, room, **arguments)

        return guarded

    return decorate


def signed_in(request: HttpRequest) -> Person:
    """Return who is asking, on a page that nobody reaches signed out."""
    return cast(Person, request.user)
