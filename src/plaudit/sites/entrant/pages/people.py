"""The words of the page of people."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse

from plaudit.entries.actions.contributor import open_invitations
from plaudit.entries.models import Contributor, ContributorLevel, ContributorLink, Entry
from plaudit.entries.rules import may_hand_over, may_invite
from plaudit.entries.sharing import approvals_of, handovers_of, links_of, people_of
from plaudit.kit.dates import moment, short_day
from plaudit.people.models import Person
from plaudit.sites.entrant.pages.state import to_the_minute


@dataclass(frozen=True)
class PersonRow:
    """Somebody at work on the entry."""

    id: UUID
    name: str
    about: str
    level: str
    is_you: bool
    may_go: bool
    may_change: bool


@dataclass(frozen=True)
class PeoplePage:
    """What the page shows. `invitations` and `links` are (id, what it is, what it lets people do)."""

    people: list[PersonRow]
    invitations: list[tuple[UUID, str, str]]
    links: list[tuple[UUID, str, str]]
    approvals: list[tuple[str, bool, str, str]]
    history: list[str]
    heirs: list[tuple[str, str]]
    may_invite: bool
    why_not: str


def people_page(entry: Entry, person: Person, at: dt.datetime) -> PeoplePage:
    """Return the page as `person` sees it at `at`. Only those who may invite see the links themselves."""
    may, zone = may_invite(person, entry), entry.category.edition.zone
    people = people_of(entry)
    return PeoplePage(
        people=[_row(each, person, may_invite=bool(may)) for each in people],
        invitations=[
            (
                each.pk,
                each.email,
                f"{each.get_level_display()}. Invited on {short_day(each.invited_at, zone)}, not accepted yet.",
            )
            for each in open_invitations(entry)
        ],
        links=[
            (
                each.pk,
                f"{settings.BASE_URL}{reverse('entry_link', args=[each.token])}",
                _link_about(each, zone),
            )
            for each in (links_of(entry, at) if may else [])
        ],
        approvals=[
            (
                each.organisation.name,
                each.is_approved,
                each.note,
                f"{each.said_by.display_name}, {short_day(each.said_at, zone)}",
            )
            for each in approvals_of(entry)
        ],
        history=[
            f"{short_day(each.handed_at, zone)}: from {each.from_person.display_name} to "
            f"{each.to_person.display_name}"
            + (f", taken over for {each.organisation.name}" if each.organisation else "")
            + (f". {each.reason}" if each.reason else "")
            for each in handovers_of(entry)
        ],
        heirs=[
            (str(each.pk), each.person.display_name)
            for each in people
            if each.person_id != person.pk
        ]
        if may_hand_over(person, entry)
        else [],
        may_invite=bool(may),
        why_not=may.reason,
    )


def _row(each: Contributor, person: Person, *, may_invite: bool) -> PersonRow:
    is_you = each.person_id == person.pk
    about = [str(each.get_level_display())]
    if each.person.name:
        about.append(each.person.email)
    if each.link_id is not None:
        about.append("Came by a shared link")
    return PersonRow(
        id=each.pk,
        name=each.person.display_name,
        about=". ".join(about),
        level=each.level,
        is_you=is_you,
        may_change=each.level != ContributorLevel.OWNER and may_invite and not is_you,
        may_go=each.level != ContributorLevel.OWNER and (may_invite or is_you),
    )


def _link_about(link: ContributorLink, zone: ZoneInfo) -> str:
    return (
        f"{link.get_level_display()}. {_whom(link.email_domain)}. Works until "
        f"{moment(to_the_minute(link.expires_at), zone)}. Made by {link.made_by.display_name}."
    )


def _whom(domain: str) -> str:
    return f"Only for addresses that end in @{domain}" if domain else "For anybody who has it"
