"""Who works for an organisation, and who leads its awards."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from plaudit.entries.mail_about_people import awards_lead_mail
from plaudit.kit.verdict import Refused, require
from plaudit.messages.actions.outbox import queue_mail
from plaudit.people.models import Membership, MembershipRole, Organisation, Person
from plaudit.people.queries import one_line
from plaudit.people.rules import may_grant_memberships

LONGEST_NOTE = 300


@transaction.atomic
def ask_to_lead(
    organisation: Organisation, *, by: Person, at: dt.datetime, note: str = ""
) -> Membership:
    """Ask to be the organisation's awards lead. Nothing is seen before somebody grants it.

    Checks that the organisation was not merged away; locks it. Asking twice, or being one already, returns
    the row that is there. Raises Refused.
    """
    _locked(organisation)
    there = _standing(organisation, by, MembershipRole.AWARDS_LEAD)
    if there is not None:
        return there
    return Membership.objects.create(
        organisation=organisation,
        person=by,
        role=MembershipRole.AWARDS_LEAD,
        asked_at=at,
        note=one_line(note)[:LONGEST_NOTE],
    )


@transaction.atomic
def grant_membership(
    organisation: Organisation, *, email: str, role: str, by: Person, at: dt.datetime
) -> Membership:
    """Record that whoever has this address works for the organisation, or leads its awards.

    Checks that `by` may (its awards lead, or a keeper of the register), the address and the role; locks the
    organisation. A request that waits is granted; one that stands is returned as it is. Raises Refused.
    """
    require(may_grant_memberships(by, organisation))
    try:
        validate_email(email.strip())
    except ValidationError:
        raise Refused("Enter an e-mail address in the form name@example.org.") from None
    if role not in MembershipRole.values:
        raise Refused("Choose what the person is to the organisation.")
    _locked(organisation)
    person = Person.objects.with_email(email)
    there = _standing(organisation, person, role)
    if there is None:
        there = Membership(organisation=organisation, person=person, role=role, asked_at=at)
    return _granted(there, by, at)


@transaction.atomic
def answer_request(
    membership: Membership, *, is_granted: bool, by: Person, at: dt.datetime
) -> Membership:
    """Grant a request to lead the awards, or turn it down.

    Checks that `by` may and that the request is open; locks the organisation. Raises Refused.
    """
    require(may_grant_memberships(by, membership.organisation))
    _locked(membership.organisation)
    held = Membership.objects.select_related("organisation", "person").get(pk=membership.pk)
    if held.ended_at is not None or (held.granted_at is not None and not is_granted):
        raise Refused("This request has been answered already.")
    if is_granted:
        return _granted(held, by, at)
    held.ended_by, held.ended_at = by, at
    held.save(update_fields=["ended_by", "ended_at"])
    return held


@transaction.atomic
def end_membership(membership: Membership, *, by: Person, at: dt.datetime) -> None:
    """Record that somebody no longer works for the organisation, or no longer leads its awards.

    Checks that `by` may, or ends their own; locks the organisation. Ending twice changes nothing. Raises
    Refused.
    """
    if membership.person_id != by.pk:
        require(may_grant_memberships(by, membership.organisation))
    Organisation.objects.select_for_update(no_key=True).get(pk=membership.organisation_id)
    Membership.objects.filter(pk=membership.pk, ended_at__isnull=True).update(
        ended_by=by, ended_at=at
    )


def _granted(membership: Membership, by: Person, at: dt.datetime) -> Membership:
    """Stamp the grant unless it stands, and tell a new awards lead."""
    if membership.granted_at is not None:
        return membership
    membership.granted_by, membership.granted_at = by, at
    membership.save()
    if membership.role == MembershipRole.AWARDS_LEAD:
        _tell(membership, at)
    return membership


def _tell(membership: Membership, at: dt.datetime) -> None:
    subject, body = awards_lead_mail(membership)
    queue_mail(
        "awards-lead", to=membership.person, cause=membership.pk, subject=subject, body=body, at=at
    )


def _locked(organisation: Organisation) -> None:
    row = Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    if row.merged_into_id is not None:
        raise Refused("This organisation was merged into another. Search for it again.")


def _standing(organisation: Organisation, person: Person, role: str) -> Membership | None:
    return Membership.objects.filter(
        organisation=organisation, person=person, role=role, ended_at__isnull=True
    ).first()
