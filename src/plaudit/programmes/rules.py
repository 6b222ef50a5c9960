"""Who may run a programme, and what is open. Open or closed is a fact of the clock."""

from __future__ import annotations

import datetime as dt

from plaudit.kit.dates import moment
from plaudit.kit.verdict import ALLOWED, Verdict, refused
from plaudit.people.models import Person
from plaudit.programmes.models import Category, Edition, Programme, TeamRole


def may_work_for(person: Person, programme: Programme, *roles: TeamRole) -> Verdict:
    """Whether the person is on the programme's team in one of `roles`; the director is in all."""
    held = set(programme.team.filter(person=person).values_list("role", flat=True))
    if TeamRole.DIRECTOR in held or held & set(roles):
        return ALLOWED
    return refused("You are not on the team that does this. Ask the awards director.")


def closing_instant(category: Category) -> dt.datetime:
    """The last instant at which an entry to the category is taken: its own, or the edition's."""
    return category.closes_at or category.edition.closes_at


def may_enter(category: Category, at: dt.datetime) -> Verdict:
    """Whether entries to the category are taken at `at`. The closing instant itself is still in time."""
    edition = category.edition
    if edition.published_at is None or category.published_at is None:
        return refused("This category is not published yet.")
    if at < edition.opens_at:
        return refused(f"Entries open at {moment(edition.opens_at, edition.zone)}.")
    closes_at = closing_instant(category)
    if at > closes_at:
        return refused(f"Entries closed at {moment(closes_at, edition.zone)}.")
    return ALLOWED
