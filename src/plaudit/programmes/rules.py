"""Who may run a programme, and what is open. Open or closed is a fact of the clock."""

from __future__ import annotations

import datetime as dt

from plaudit.kit.dates import moment
from plaudit.kit.verdict import ALLOWED, Verdict, refused
from plaudit.people.models import Person
from plaudit.programmes.models import Category, Edition, Programme, TeamRole
from plaudit.programmes.window import Window


def may_work_for(person: Person, programme: Programme, *roles: TeamRole) -> Verdict:
    """Whether the person is on the programme's team in one of `roles`; the director is in all."""
    held = set(programme.team.filter(person=person).values_list("role", flat=True))
    if TeamRole.DIRECTOR in held or held & set(roles):
        return ALLOWED
    return refused("You are not on the team that does this. Ask the awards director.")


def closing_instant(category: Category) -> dt.datetime:
    """The last instant at which an entry to the category is taken: its own, or the edition's."""
    return category.closes_at or category.edition.closes_at


def window_of(category: Category, extended_to: dt.datetime | None = None) -> Window:
    """Return when entries to the category are taken; until `extended_to`, where that is later."""
    edition = category.edition
    closes_at = closing_instant(category)
    return Window(
        is_published=edition.published_at is not None and category.published_at is not None,
        opens_at=edition.opens_at,
        closes_at=closes_at if extended_to is None else max(closes_at, extended_to),
        grace=dt.timedelta(minutes=edition.grace_minutes),
        zone=edition.zone,
    )


def may_enter(category: Category, at: dt.datetime) -> Verdict:
    """Whether new entries to the category are taken at `at`. The closing instant itself is still in time."""
    return window_of(category).verdict(at)


def may_start_programme(person: Person) -> Verdict:
    """Whether the person may set up a programme: the first on this site, or as a director of another."""
    if not Programme.objects.exists():
        return ALLOWED
    if person.team_roles.filter(role=TeamRole.DIRECTOR).exists():
        return ALLOWED
    return refused("Only an awards director can set up another programme on this site.")


def dates_are_in_order(
    opens_at: dt.datetime,
    closes_at: dt.datetime,
    judging_opens_at: dt.datetime,
    judging_closes_at: dt.datetime,
) -> Verdict:
    """Whether entering opens, then closes, and then judging opens and closes."""
    if opens_at >= closes_at:
        return refused("Entries must open before they close.")
    if judging_opens_at < closes_at:
        return refused("Judging cannot open before entries close.")
    if judging_opens_at >= judging_closes_at:
        return refused("Judging must open before it closes.")
    return ALLOWED


def may_move_closing(edition: Edition, closes_at: dt.datetime, at: dt.datetime) -> Verdict:
    """Whether entering may close at `closes_at`: nobody may find an open edition closed in the past."""
    is_open = edition.published_at is not None and edition.opens_at <= at <= edition.closes_at
    if is_open and closes_at < at:
        return refused(
            "Entries are open. You can close them early, but not at a moment already past."
        )
    return ALLOWED


def may_change_sections(category: Category, at: dt.datetime) -> Verdict:
    """Whether what entrants are asked may still change: not once judges read by it."""
    edition = category.edition
    if category.published_at is not None and at >= edition.judging_opens_at:
        opened = moment(edition.judging_opens_at, edition.zone)
        return refused(f"Judging opened at {opened}, so the sections of this category are fixed.")
    return ALLOWED


def may_change_anchors(edition: Edition, at: dt.datetime) -> Verdict:
    """Whether what scores mean may still change: not once judges score by it."""
    if at >= edition.judging_opens_at:
        opened = moment(edition.judging_opens_at, edition.zone)
        return refused(f"Judging opened at {opened}, so what scores mean is fixed.")
    return ALLOWED


def may_publish(category: Category) -> Verdict:
    """Whether the category is complete enough for anybody to read."""
    if not category.introduction.strip():
        return refused("Write an introduction before you publish this category.")
    sections = category.criteria.values_list("is_scored", flat=True)
    if not sections:
        return refused("Add at least one section before you publish this category.")
    if not any(sections):
        return refused("At least one section must be scored before you publish this category.")
    return ALLOWED
