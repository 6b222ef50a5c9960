"""The organisations on an entry, in the order of credit."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from plaudit.entries.meanwhile import rows_to_write
from plaudit.entries.models import Entry, Partner, PartnerRole
from plaudit.entries.rules import may_write
from plaudit.entries.wording import clean_line
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Organisation, Person

MOST_PARTNERS = 60
LONGEST_CREDIT_LINE = 240


@transaction.atomic
def set_lead(entry: Entry, organisation: Organisation, *, by: Person, at: dt.datetime) -> Partner:
    """Make the organisation the entry's lead, first in the order of credit.

    Checks that the person may write at `at`; locks the entry; a lead it had before stays on the entry as
    a joint partner. Raises Refused.
    """
    partners = _partners_to_change(entry, by=by, at=at)
    lead = next((each for each in partners if each.organisation_id == organisation.pk), None)
    if lead is None:
        _refuse_too_many(partners)
        lead = Partner(entry=entry, organisation=organisation)
    for each in partners:
        each.role = PartnerRole.JOINT
    others = [each for each in partners if each is not lead]
    Partner.objects.filter(entry=entry).update(role=PartnerRole.JOINT)
    lead.role = PartnerRole.LEAD
    _put_in_order([lead, *others])
    return lead


@transaction.atomic
def add_partner(
    entry: Entry,
    organisation: Organisation,
    *,
    by: Person,
    at: dt.datetime,
    credit_line: str = "",
) -> Partner:
    """Add the organisation as a joint partner, last in the order of credit.

    Checks that the person may write at `at` and that there are fewer than 60; locks the entry. One that is
    on the entry already stays as it is. Raises Refused.
    """
    partners = _partners_to_change(entry, by=by, at=at)
    there = next((each for each in partners if each.organisation_id == organisation.pk), None)
    if there is not None:
        return there
    _refuse_too_many(partners)
    partner = Partner(entry=entry, organisation=organisation, role=PartnerRole.JOINT)
    partner.credit_line = _credit_line(credit_line)
    _put_in_order([*partners, partner])
    return partner


@transaction.atomic
def remove_partner(partner: Partner, *, by: Person, at: dt.datetime) -> None:
    """Take the organisation off the entry. Checks that the person may write at `at`. Raises Refused."""
    partners = _partners_to_change(partner.entry, by=by, at=at)
    Partner.objects.filter(pk=partner.pk).delete()
    _put_in_order([each for each in partners if each.pk != partner.pk])


@transaction.atomic
def change_credit_line(
    partner: Partner,
    *,
    by: Person,
    at: dt.datetime,
    credit_line: str,
    version: str | None = None,
) -> Partner:
    """Say what the organisation did, and return it as it is now.

    Checks that the person may write at `at` and that the line is not over 240 characters; locks the entry;
    checks that the organisation is still on it and, where `version` is given, that its line is the one that
    page showed (`meanwhile.rows_to_write`). Raises Refused, ChangedMeanwhile.
    """
    partners = _partners_to_change(partner.entry, by=by, at=at)
    line = _credit_line(credit_line)
    held = next((each for each in partners if each.pk == partner.pk), None)
    if held is None:
        raise Refused("This organisation was taken off the entry in the meantime.")
    if rows_to_write({held.pk: (line,)}, {held.pk: (held.credit_line,)}, version):
        held.credit_line = partner.credit_line = line
        held.save(update_fields=["credit_line"])
    return held


@transaction.atomic
def move_up(partner: Partner, *, by: Person, at: dt.datetime) -> None:
    """Put the joint partner one place earlier in the order of credit. The lead stays first.

    Checks that the person may write at `at`; locks the entry; does nothing for the first joint partner.
    Raises Refused.
    """
    partners = _partners_to_change(partner.entry, by=by, at=at)
    place = next((n for n, each in enumerate(partners) if each.pk == partner.pk), 0)
    if place and partners[place - 1].role != PartnerRole.LEAD:
        partners[place - 1], partners[place] = partners[place], partners[place - 1]
        _put_in_order(partners)


def _partners_to_change(entry: Entry, *, by: Person, at: dt.datetime) -> list[Partner]:
    require(may_write(by, entry, at))
    Entry.objects.select_for_update(no_key=True).get(pk=entry.pk)
    return list(Partner.objects.filter(entry=entry).order_by("position"))


def _put_in_order(partners: list[Partner]) -> None:
    for position, partner in enumerate(partners, start=1):
        partner.position = position
        partner.save()


def _refuse_too_many(partners: list[Partner]) -> None:
    if len(partners) >= MOST_PARTNERS:
        raise Refused(f"An entry can name {MOST_PARTNERS} organisations at most.")


def _credit_line(text: str) -> str:
    line = clean_line(text)
    if len(line) > LONGEST_CREDIT_LINE:
        raise Refused(f"The credit line must be {LONGEST_CREDIT_LINE} characters or fewer.")
    return line
