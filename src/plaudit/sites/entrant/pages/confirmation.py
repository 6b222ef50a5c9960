"""The words about a partner's confirmation: for its named person, and for the people of the entry."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from plaudit.entries.confirmations import PartnerStanding, Standing, link_expires_at
from plaudit.entries.engines.differences import Piece, shortened
from plaudit.entries.models import Partner, PartnerConfirmation, PartnerRequest, PartnerRole
from plaudit.entries.sharing import last_word_of
from plaudit.entries.substance import changes_between, substance_digest
from plaudit.kit.dates import moment, short_day
from plaudit.sites.components.reading.series import SeriesReading, series_reading
from plaudit.sites.entrant.pages.snapshot import SnapshotPage, snapshot_page
from plaudit.sites.entrant.pages.state import entry_title, to_the_minute

TAGS = {
    Standing.NOT_ASKED: ("Not asked yet", ""),
    Standing.WAITING: ("Asked", ""),
    Standing.CONFIRMED: ("Confirmed", "accent"),
    Standing.WANTS_CHANGE: ("Asks for a change", "error"),
    Standing.ASKED_AGAIN: ("Asked again", "error"),
}


@dataclass(frozen=True)
class ChangedPart:
    """A part that reads differently: its words, empty where none differs, and the dates of its series that do."""

    name: str
    pieces: list[Piece]
    series: SeriesReading | None


@dataclass(frozen=True)
class ConfirmationPage:
    """What a partner's named person sees: the entry as judges read it, and what changed since their last word."""

    title: str
    organisation: str
    role: str
    credit: str
    read: SnapshotPage
    photo_href: str
    substance: str
    said: str
    is_settled: bool
    changes: list[ChangedPart]
    expires: str


def confirmation_page(request: PartnerRequest, snapshot: dict[str, Any]) -> ConfirmationPage:
    """Return the page for the link. `snapshot` is what judges would read now."""
    partner = request.partner
    zone = partner.entry.category.edition.zone
    said, substance = last_word_of(partner), substance_digest(snapshot)
    photo = snapshot["photo"]
    return ConfirmationPage(
        title=entry_title(partner.entry),
        organisation=partner.organisation.name,
        role="lead organisation" if partner.role == PartnerRole.LEAD else "joint partner",
        credit=partner.credit_line,
        read=snapshot_page(snapshot, lambda each: _file_href(request, each)),
        photo_href=_file_href(request, photo) if photo else "",
        substance=substance,
        said=said_sentence(said, request) if said else "",
        is_settled=bool(said) and _is_settled(said, substance),
        changes=changes_since(said, snapshot) if said else [],
        expires=moment(link_expires_at(request), zone),
    )


def changes_since(said: PartnerConfirmation, snapshot: dict[str, Any]) -> list[ChangedPart]:
    """Return what reads differently now from what was read then, with its unchanged parts cut short."""
    return [
        ChangedPart(
            change.part,
            shortened(change.pieces),
            series_reading(*change.measures) if change.measures else None,
        )
        for change in changes_between(said.snapshot, snapshot)
    ]


def said_sentence(said: PartnerConfirmation, request: PartnerRequest | None = None) -> str:
    """Return in a sentence what was said, when and by whom."""
    zone = said.entry.category.edition.zone
    who = "You" if request is not None else said.name
    when = moment(to_the_minute(said.said_at), zone)
    if said.facts_are_right and said.credit_is_right:
        return f"{who} confirmed the facts and the credit at {when}."
    wrong = {
        (False, True): "the facts",
        (True, False): "the credit",
        (False, False): "the facts and the credit",
    }[said.facts_are_right, said.credit_is_right]
    return f"{who} asked for a change to {wrong} at {when}."


@dataclass(frozen=True)
class StandingLine:
    """Where a partner stands, for the list of organisations."""

    tag: str
    tone: str
    about: str


def standing_lines(standings: list[PartnerStanding]) -> dict[UUID, StandingLine]:
    """Return a line for each partner by its id; none for the lead before it is asked."""
    return {
        each.partner.pk: StandingLine(*TAGS[each.standing], _about(each))
        for each in standings
        if each.partner.role == PartnerRole.JOINT or each.request is not None
    }


def _about(each: PartnerStanding) -> str:
    zone = each.partner.entry.category.edition.zone
    if each.standing == Standing.NOT_ASKED or (each.request is None and each.said is None):
        return "Nobody is named to confirm its part."
    if each.said is not None and each.standing != Standing.WAITING:
        verb = "confirmed" if each.standing != Standing.WANTS_CHANGE else "answered"
        tail = ". The entry has changed since" if each.standing == Standing.ASKED_AGAIN else ""
        return f"{each.said.name} {verb} on {short_day(each.said.said_at, zone)}{tail}."
    if each.request is None:
        return ""
    mailed = short_day(each.request.mailed_at, zone)
    return f"{each.request.name} was asked on {mailed} and has not answered."


def link_state(request: PartnerRequest, at: dt.datetime) -> str:
    """Return when the link that stands was mailed, to whom, and until when it works."""
    zone = request.partner.entry.category.edition.zone
    mailed = moment(to_the_minute(request.mailed_at), zone)
    return (
        f"Mailed to {request.name}, {request.email}, at {mailed}. "
        f"It works until {moment(link_expires_at(request), zone)}."
    )


def _is_settled(said: PartnerConfirmation | None, substance: str) -> bool:
    return (
        said is not None
        and said.facts_are_right
        and said.credit_is_right
        and said.substance == substance
    )


def _file_href(request: PartnerRequest, file: dict[str, Any]) -> str:
    return reverse("partner_confirmation_file", args=[request.token, file["attachment_id"]])


def partner_title(partner: Partner) -> str:
    """Return the heading of the partner's page."""
    return f"Confirmation by {partner.organisation.name}"
