"""The words of an organisation's workspace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from plaudit.ceremony.queries import bookings_of, events_of
from plaudit.enquiries.queries import places_asked
from plaudit.entries.closing import remember_extension
from plaudit.entries.models import EntryStatus, PartnerRole
from plaudit.entries.workspace import Owner, duplicates_for_lead, owners_for_lead
from plaudit.people.models import Organisation
from plaudit.results.models import Outcome
from plaudit.results.queries import awards_released
from plaudit.sites.entrant.pages.fee import fee_sentence
from plaudit.sites.entrant.pages.places import PlacesPage, places_pages, sale_pages
from plaudit.sites.entrant.pages.state import entry_title, is_closed, state_sentence

APPROVED = {True: "Approved", False: "Not approved yet", None: ""}


@dataclass(frozen=True)
class WorkspaceRow:
    """An entry that carries the organisation's name."""

    title: str
    href: str
    place: str
    state: str
    fee: str
    progress: str
    owner: str
    has_left: bool
    role: str
    approval: str
    outcome: str


@dataclass(frozen=True)
class WorkspacePage:
    """What the page shows. `duplicates` are (title, href, title, href); `left` are drafts without an owner there."""

    rows: list[WorkspaceRow]
    duplicates: list[tuple[str, str, str, str]]
    left: list[WorkspaceRow]
    tables: list[PlacesPage]


def workspace_page(
    organisation: Organisation, entries: Iterable[Any], at: dt.datetime
) -> WorkspacePage:
    """Return the page for the entries of `entries_for_lead`."""
    listed = list(entries)
    for each in listed:
        remember_extension(each, each.extended)
    owners = owners_for_lead(organisation, {each.owner_id for each in listed}, at)
    outcomes = _outcomes(listed, at)
    rows = [
        _row(organisation, each, owners.get(each.owner_id), outcomes.get(each.pk, ""), at)
        for each in listed
    ]
    by_id = {each.pk: row for each, row in zip(listed, rows, strict=True)}
    drafts = [each.pk for each in listed if not is_closed(each, at)]
    return WorkspacePage(
        rows=rows,
        duplicates=[
            (one.title, one.href, other.title, other.href)
            for pair in duplicates_for_lead(organisation)
            if (one := by_id.get(pair.one)) and (other := by_id.get(pair.other))
        ],
        left=[by_id[pk] for pk in drafts if by_id[pk].has_left],
        tables=_tables(organisation, listed, at),
    )


def _tables(organisation: Organisation, entries: list[Any], at: dt.datetime) -> list[PlacesPage]:
    """Return the editions' tables: where they are on sale, and the booking; elsewhere, what was asked for."""
    editions = {each.category.edition_id: each.category.edition for each in entries}
    booked = list(bookings_of(organisation))
    editions |= {each.event.edition_id: each.event.edition for each in booked}
    events = events_of(editions.values())
    asked = places_asked(organisation, editions.values())
    wishes = {each: asked.get(key) for key, each in editions.items() if key not in events}
    return [
        *sale_pages(organisation, events.values(), booked, at),
        *places_pages(organisation, wishes, at),
    ]


def role_words(entry: Any) -> str:
    """Return what the organisation is on the entry."""
    return "Leads the entry" if entry.role == PartnerRole.LEAD else "Joint partner"


def _row(
    organisation: Organisation, entry: Any, owner: Owner | None, outcome: str, at: dt.datetime
) -> WorkspaceRow:
    others = "" if entry.people == 1 else f", {entry.people} people in all"
    name = owner.person.display_name if owner else ""
    is_draft = entry.status == EntryStatus.DRAFT
    return WorkspaceRow(
        title=entry_title(entry),
        href=reverse("workspace_entry", args=[organisation.pk, entry.pk]),
        place=f"{entry.category.name}, {entry.category.edition.name}",
        state=state_sentence(entry, at, entry.submitted_at),
        fee=fee_sentence(entry, is_open=not is_closed(entry, at)),
        progress=f"{entry.answered} of {entry.asked} answered" if is_draft else "",
        owner=f"{name}{others}",
        has_left=bool(owner and owner.has_left and entry.role == PartnerRole.LEAD),
        role=role_words(entry),
        approval=APPROVED[entry.approved],
        outcome=outcome,
    )


def _outcomes(entries: list[Any], at: dt.datetime) -> dict[Any, str]:
    """Return the released outcomes by entry: one query an edition on the page, none before a release."""
    editions = {each.category.edition_id: each.category.edition for each in entries}
    return {
        award.entry_id: str(Outcome(award.outcome).label)
        for edition in editions.values()
        if at >= edition.judging_opens_at
        for award in awards_released(edition, at)
    }
