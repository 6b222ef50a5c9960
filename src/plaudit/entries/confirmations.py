"""Where each partner stands: asked, confirmed, or to be asked again because the entry changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from plaudit.entries.models import Entry, Partner, PartnerConfirmation, PartnerRequest, PartnerRole
from plaudit.entries.parts import EntryParts
from plaudit.entries.snapshot import snapshot_of
from plaudit.entries.statements import IS_ASKED
from plaudit.entries.substance import substance_digest
from plaudit.kit.rows import first_row


class Standing(StrEnum):
    """Where a partner stands with the entry as it reads now."""

    NOT_ASKED = "not_asked"
    WAITING = "waiting"
    CONFIRMED = "confirmed"
    WANTS_CHANGE = "wants_change"
    ASKED_AGAIN = "asked_again"


@dataclass(frozen=True)
class PartnerStanding:
    """A partner with its standing; `request` is the link that works now, `said` its latest word."""

    partner: Partner
    standing: Standing
    request: PartnerRequest | None
    said: PartnerConfirmation | None

    @property
    def is_confirmed(self) -> bool:
        return self.standing == Standing.CONFIRMED


def standings_of(
    entry: Entry, parts: EntryParts, reading: Callable[[], dict[str, Any]] | None = None
) -> list[PartnerStanding]:
    """Return each partner's standing, in the order of credit: no query for an entry of one organisation.

    `reading` gives the entry as judges would read it now, the draft by default; it is asked only when somebody
    has answered. The
    lead is listed too: whoever submits speaks for it, and it may be asked like the others.
    """
    if len(parts.partners) < 2:
        return [PartnerStanding(each, Standing.NOT_ASKED, None, None) for each in parts.partners]
    requests = _open_requests(entry)
    words = _latest_words(entry)
    now_reads = (
        substance_digest(reading() if reading else snapshot_of(entry, parts)) if words else ""
    )
    return [
        PartnerStanding(
            partner,
            _standing(requests.get(partner.pk), words.get(partner.pk), now_reads),
            requests.get(partner.pk),
            words.get(partner.pk),
        )
        for partner in parts.partners
    ]


def is_anybody_asked(entry: Entry) -> bool:
    """Whether any partner of the entry has a link that works."""
    row = first_row(IS_ASKED, [entry.pk])
    return row is not None and bool(row[0])


def unconfirmed(entry: Entry, parts: EntryParts) -> list[PartnerStanding]:
    """Return the joint partners who have not confirmed the entry as it reads now."""
    if not any(each.role == PartnerRole.JOINT for each in parts.partners):
        return []
    return [
        each
        for each in standings_of(entry, parts)
        if each.partner.role == PartnerRole.JOINT and not each.is_confirmed
    ]


def sentence_of(each: PartnerStanding) -> str:
    """Return in a sentence what keeps the partner's confirmation away."""
    name = each.partner.organisation.name
    if each.standing == Standing.NOT_ASKED:
        return f"{name} has not been asked to confirm its part."
    if each.standing == Standing.WANTS_CHANGE:
        return f"{name} asks for a change before it confirms."
    if each.standing == Standing.ASKED_AGAIN:
        return f"{name} confirmed an earlier version. The entry has changed since."
    return f"{name} has not confirmed its part yet."


def confirmation_faults(entry: Entry, parts: EntryParts) -> Iterator[str]:
    """Yield what keeps the entry from being submitted, where the edition wants every partner's word first."""
    if entry.category.edition.confirmations_block:
        yield from map(sentence_of, unconfirmed(entry, parts))


def _standing(
    request: PartnerRequest | None, said: PartnerConfirmation | None, now_reads: str
) -> Standing:
    if said is None:
        return Standing.WAITING if request else Standing.NOT_ASKED
    if not (said.facts_are_right and said.credit_is_right):
        return Standing.WANTS_CHANGE
    return Standing.CONFIRMED if said.substance == now_reads else Standing.ASKED_AGAIN


def _open_requests(entry: Entry) -> dict[UUID, PartnerRequest]:
    rows = PartnerRequest.objects.filter(partner__entry=entry, replaced_at__isnull=True)
    return {row.partner_id: row for row in rows}


def _latest_words(entry: Entry) -> dict[UUID | None, PartnerConfirmation]:
    rows = (
        PartnerConfirmation.objects.filter(entry=entry, partner__isnull=False)
        .order_by("partner_id", "-said_at", "-pk")
        .distinct("partner_id")
        .defer("snapshot")
    )
    return {row.partner_id: row for row in rows}


def link_expires_at(request: PartnerRequest) -> dt.datetime:
    """Return the last instant at which the link works: when judging of the edition closes."""
    closes_at: dt.datetime = request.partner.entry.category.edition.judging_closes_at
    return closes_at
