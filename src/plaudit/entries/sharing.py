"""Reads of who works on an entry, who vouches for it, and who has approved it."""

from __future__ import annotations

import datetime as dt

from plaudit.entries.models import (
    Approval,
    Contributor,
    ContributorLink,
    Entry,
    OwnershipHandover,
    Partner,
    PartnerConfirmation,
    PartnerRequest,
)


def link_with(token: str) -> ContributorLink | None:
    """Return the shared link that the token stands for, with its entry and who made it."""
    rows = ContributorLink.objects.filter(token=token.replace("\x00", ""))
    return rows.select_related("entry__category__edition__programme", "made_by").first()


def links_of(entry: Entry, at: dt.datetime) -> list[ContributorLink]:
    """Return the links by which people may join at `at`, oldest first, with who made them."""
    rows = entry.links.filter(revoked_at__isnull=True, expires_at__gte=at)
    return list(rows.select_related("made_by").order_by("made_at", "pk"))


def people_of(entry: Entry) -> list[Contributor]:
    """Return who works on the entry, in the order they came, with the link that they came by."""
    rows = entry.contributors.select_related("person", "link")
    return list(rows.order_by("added_at", "pk"))


def handovers_of(entry: Entry) -> list[OwnershipHandover]:
    """Return how the entry changed owners, first to last."""
    rows = entry.handovers.select_related("from_person", "to_person", "organisation")
    return list(rows.order_by("handed_at", "pk"))


def approvals_of(entry: Entry) -> list[Approval]:
    """Return each organisation's latest word on the entry, in order of time."""
    rows = entry.approvals.select_related("organisation", "said_by").order_by("said_at", "pk")
    latest = {each.organisation_id: each for each in rows}
    return list(latest.values())


def request_with(token: str) -> PartnerRequest | None:
    """Return the partner's request that the token stands for, with all that the page of it names."""
    rows = PartnerRequest.objects.filter(token=token.replace("\x00", ""))
    place = "partner__entry__category__edition__programme"
    return rows.select_related(place, "partner__organisation", "made_by").first()


def words_of(partner: Partner) -> list[PartnerConfirmation]:
    """Return what the partner's named person has said, latest first, without what they had read."""
    return list(partner.confirmations.order_by("-said_at", "-pk").defer("snapshot"))


def last_word_of(partner: Partner) -> PartnerConfirmation | None:
    """Return the partner's latest word, with what was read."""
    return partner.confirmations.order_by("-said_at", "-pk").first()
