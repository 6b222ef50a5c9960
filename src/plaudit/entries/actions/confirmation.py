"""What a partner's named person says of the entry they have read."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from plaudit.entries.confirmations import link_expires_at
from plaudit.entries.mail_about_partners import told_mail
from plaudit.entries.models import (
    Contributor,
    ContributorLevel,
    Entry,
    PartnerConfirmation,
    PartnerRequest,
)
from plaudit.entries.reading import reading_of
from plaudit.entries.snapshot import digest_of
from plaudit.entries.substance import substance_digest
from plaudit.entries.wording import clean_text
from plaudit.kit.dates import moment
from plaudit.kit.verdict import Refused
from plaudit.messages.actions.outbox import queue_mail
from plaudit.people.models import Person

LONGEST_NOTE = 4000


@transaction.atomic
def confirm_part(
    request: PartnerRequest,
    *,
    facts_are_right: bool,
    credit_is_right: bool,
    substance: str,
    at: dt.datetime,
    note: str = "",
) -> PartnerConfirmation:
    """Record what the partner's named person says of the entry that they have read.

    The link stands for the person, so there is no `by`. Locks the entry; checks that the link stands and
    has not run out, that the entry still says what was read (`substance` is the digest the page carried),
    and that there is a note where something is wrong. The same word about the same text is returned as it
    is. Appends a PartnerConfirmation with the whole snapshot, and queues a mail to the owner and to whoever
    asked. Raises Refused.
    """
    entry, held = _held(request)
    refuse_if_closed(request, at)
    snapshot = reading_of(entry, at)
    if substance_digest(snapshot) != substance:
        raise Refused(
            "The entry changed while you were reading it. Nothing was recorded. Read it again, then answer."
        )
    note = clean_text(note).strip()[:LONGEST_NOTE]
    if not (facts_are_right and credit_is_right) and not note:
        raise Refused("Say what should be put right.")
    last = PartnerConfirmation.objects.filter(partner=request.partner).order_by("-said_at").first()
    if last is not None and (
        last.substance, last.facts_are_right, last.credit_is_right, last.note
    ) == (substance, facts_are_right, credit_is_right, note):  # fmt: skip
        return last
    said = PartnerConfirmation.objects.create(
        entry=entry,
        partner=request.partner,
        organisation=request.partner.organisation,
        name=held.name,
        email=held.email,
        snapshot=snapshot,
        digest=digest_of(snapshot),
        substance=substance,
        facts_are_right=facts_are_right,
        credit_is_right=credit_is_right,
        note=note,
        said_at=at,
    )
    subject, body = told_mail(said)
    for person in _told(entry, held):
        queue_mail("partner-said", to=person, cause=said.pk, subject=subject, body=body, at=at)
    return said


def _held(request: PartnerRequest) -> tuple[Entry, PartnerRequest]:
    """Lock the entry; return it and the request as they are now."""
    entry = request.partner.entry
    locked = Entry.objects.select_for_update(no_key=True).get(pk=entry.pk)
    entry.title, entry.summary, entry.status = locked.title, locked.summary, locked.status
    held = PartnerRequest.objects.get(pk=request.pk)
    request.replaced_at = held.replaced_at
    return entry, held


def refuse_if_closed(request: PartnerRequest, at: dt.datetime) -> None:
    """Raise `Refused` with the reason when the link was replaced or has run out."""
    if request.replaced_at is not None:
        raise Refused("This link was replaced by a newer one. Look for a newer mail.")
    expires_at = link_expires_at(request)
    if at > expires_at:
        zone = request.partner.entry.category.edition.zone
        raise Refused(f"This link worked until {moment(expires_at, zone)}.")


def _told(entry: Entry, request: PartnerRequest) -> list[Person]:
    """Return who hears of it: the owner, and whoever asked if they still work on the entry."""
    people = Contributor.objects.filter(entry=entry).select_related("person")
    return [
        each.person
        for each in people.order_by("added_at", "pk")
        if each.level == ContributorLevel.OWNER or each.person_id == request.made_by_id
    ]
