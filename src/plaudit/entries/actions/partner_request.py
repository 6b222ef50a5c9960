"""Asking each partner's named person, by a mailed link, to confirm its part."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from plaudit.entries.confirmations import Standing, is_anybody_asked, standings_of
from plaudit.entries.mail_about_partners import request_mail
from plaudit.entries.models import Entry, Partner, PartnerConfirmation, PartnerRequest
from plaudit.entries.parts import EntryParts
from plaudit.entries.rules import may_ask_partners
from plaudit.entries.wording import clean_line
from plaudit.kit.verdict import Refused, require
from plaudit.messages.actions.outbox import queue_mail
from plaudit.people.models import Person

LONGEST_NAME = 120
MOST_LINKS_A_DAY = 5
TO_ASK = frozenset({Standing.WAITING, Standing.ASKED_AGAIN, Standing.WANTS_CHANGE})


@transaction.atomic
def ask_partner(
    partner: Partner, *, name: str, email: str, by: Person, at: dt.datetime
) -> PartnerRequest:
    """Name the partner's person and mail them the link by which they confirm.

    Checks that `by` may ask at `at`, the name and the address; locks the entry. The same address as the
    link that stands keeps it, with the name as given now, and is mailed at most once a day; another address
    replaces the link, and the old one works no more. Raises Refused.
    """
    entry = partner.entry
    require(may_ask_partners(by, entry, at))
    name, address = clean_line(name), email.strip().lower()
    if not 0 < len(name) <= LONGEST_NAME:
        raise Refused("Enter the name of the person who speaks for the organisation.")
    try:
        validate_email(address)
    except ValidationError:
        raise Refused("Enter an e-mail address in the form name@example.org.") from None
    Entry.objects.select_for_update(no_key=True).get(pk=entry.pk)
    standing = PartnerRequest.objects.filter(partner=partner, replaced_at__isnull=True).first()
    if standing is not None and standing.email == address:
        standing.name = name
        standing.save(update_fields=["name"])
        standing.partner = partner
        _mail_once_a_day(standing, is_again=_has_spoken(partner), by=by, at=at)
        return standing
    return _new_request(partner, standing, name=name, email=address, by=by, at=at)


@transaction.atomic
def replace_link(request: PartnerRequest, *, by: Person, at: dt.datetime) -> PartnerRequest:
    """Close the link, which may have gone astray, and mail the same person a new one.

    Checks that `by` may ask at `at`; locks the entry. Raises Refused.
    """
    require(may_ask_partners(by, request.partner.entry, at))
    Entry.objects.select_for_update(no_key=True).get(pk=request.partner.entry_id)
    held = PartnerRequest.objects.get(pk=request.pk)
    if held.replaced_at is not None:
        raise Refused("This link has been replaced already.")
    return _new_request(request.partner, held, name=held.name, email=held.email, by=by, at=at)


@transaction.atomic
def ask_again(request: PartnerRequest, *, by: Person, at: dt.datetime) -> PartnerRequest:
    """Mail the partner's person the same link again: at most once a day. Nothing else sends it by itself.

    Checks that `by` may ask at `at`, that the link stands, and that none was mailed today; locks the entry.
    Raises Refused.
    """
    entry = request.partner.entry
    require(may_ask_partners(by, entry, at))
    Entry.objects.select_for_update(no_key=True).get(pk=entry.pk)
    held = PartnerRequest.objects.get(pk=request.pk)
    if held.replaced_at is not None:
        raise Refused("This link has been replaced. Send the one that stands.")
    held.partner = request.partner
    if not _mail_once_a_day(held, is_again=_has_spoken(request.partner), by=by, at=at):
        raise Refused(f"A mail went to {held.email} today. You can send another tomorrow.")
    return held


def ask_at_submission(
    entry: Entry, parts: EntryParts, snapshot: dict[str, Any], *, by: Person, at: dt.datetime
) -> None:
    """Mail each partner whose word is lacking and who has a link, unless they were mailed today.

    Part of submitting: the caller holds the entry's lock.
    """
    if len(parts.partners) < 2 or not is_anybody_asked(entry):
        return
    for each in standings_of(entry, parts, lambda: snapshot):
        if each.request is not None and each.standing in TO_ASK:
            each.request.partner = each.partner
            _mail_once_a_day(each.request, is_again=each.said is not None, by=by, at=at)


def _new_request(
    partner: Partner,
    earlier: PartnerRequest | None,
    *,
    name: str,
    email: str,
    by: Person,
    at: dt.datetime,
) -> PartnerRequest:
    day = dt.timedelta(days=1)
    if (
        PartnerRequest.objects.filter(partner=partner, made_at__gt=at - day).count()
        >= MOST_LINKS_A_DAY
    ):
        raise Refused("Too many links were sent for this organisation today. Try again tomorrow.")
    if earlier is not None:
        earlier.replaced_at = at
        earlier.save(update_fields=["replaced_at"])
    request = PartnerRequest.objects.create(
        partner=partner, name=name, email=email, made_by=by, made_at=at, mailed_at=at
    )
    _mail(request, is_again=_has_spoken(partner), by=by, at=at)
    return request


def _mail_once_a_day(
    request: PartnerRequest, *, is_again: bool, by: Person, at: dt.datetime
) -> bool:
    """Mail the link unless it was mailed on the same day in the edition's zone; say whether it was."""
    zone = request.partner.entry.category.edition.zone
    if request.mailed_at.astimezone(zone).date() == at.astimezone(zone).date():
        return False
    request.mailed_at = at
    request.save(update_fields=["mailed_at"])
    _mail(request, is_again=is_again, by=by, at=at)
    return True


def _mail(request: PartnerRequest, *, is_again: bool, by: Person, at: dt.datetime) -> None:
    subject, body = request_mail(request, by=by, is_again=is_again)
    zone = request.partner.entry.category.edition.zone
    cause = f"{request.pk} {at.astimezone(zone):%Y-%m-%d}"
    queue_mail("partner-request", to=request.email, cause=cause, subject=subject, body=body, at=at)


def _has_spoken(partner: Partner) -> bool:
    return PartnerConfirmation.objects.filter(partner=partner).exists()
