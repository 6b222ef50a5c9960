from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from uuid import UUID

from django.db import transaction

from plaudit.enquiries import mail
from plaudit.enquiries.models import InterestRegistration, RegistrationKind
from plaudit.enquiries.recipients import people_of_role
from plaudit.enquiries.rules import (
    can_be_reached,
    is_number_of_places,
    may_ask_for_places,
    may_write_to,
)
from plaudit.kit.verdict import require
from plaudit.messages.actions.outbox import queue_mail
from plaudit.people.models import Organisation, Person
from plaudit.programmes.models import Edition, TeamRole

LONGEST_NOTE = 2000
Letter = Callable[[InterestRegistration], tuple[str, str]]


@transaction.atomic
def register_interest(
    edition: Edition,
    *,
    kind: RegistrationKind,
    name: str,
    email: str,
    organisation: str,
    note: str,
    at: dt.datetime,
    key: UUID,
) -> InterestRegistration:
    """Note that somebody would like to attend or sponsor.

    Checks that the edition is public and that we know whom to write to. Stores the registration; a second
    call with the same `key` returns that of the first. Queues a mail to them, and one to the people of the
    entries desk and the directors. Raises `Refused`.
    """
    require(may_write_to(edition))
    require(can_be_reached(name, email))
    registration, is_new = InterestRegistration.objects.get_or_create(
        key=key,
        defaults={
            "edition": edition,
            "kind": kind,
            "name": " ".join(name.split())[:120],
            "email": email.strip().lower(),
            "organisation": " ".join(organisation.split())[:200],
            "note": note.strip()[:LONGEST_NOTE],
            "created_at": at,
        },
    )
    if is_new:
        _tell(registration, mail.interest_received, mail.desk_has_interest, at)
    return registration


@transaction.atomic
def ask_for_places(
    organisation: Organisation,
    edition: Edition,
    *,
    by: Person,
    places: int,
    note: str,
    at: dt.datetime,
    key: UUID,
) -> InterestRegistration:
    """Note how many places at the ceremony an organisation would like; nothing is booked by it.

    Checks that `by` is an awards lead of the organisation, that the ceremony is still to come and that the
    number can be one. Stores it beside what was asked before, which it takes the place of; a second call with
    the same `key` returns that of the first. Queues the same two mails as `register_interest`. Raises `Refused`.
    """
    require(may_ask_for_places(by, organisation, edition, at))
    require(is_number_of_places(places))
    registration, is_new = InterestRegistration.objects.get_or_create(
        key=key,
        defaults={
            "edition": edition,
            "kind": RegistrationKind.ATTEND,
            "name": by.display_name[:120],
            "email": by.email,
            "organisation": organisation.name[:200],
            "note": note.strip()[:LONGEST_NOTE],
            "created_at": at,
            "on_register": organisation,
            "asked_by": by,
            "places": places,
        },
    )
    if is_new:
        _tell(registration, mail.places_noted, mail.desk_has_places, at)
    return registration


def _tell(
    registration: InterestRegistration, to_them: Letter, to_desk: Letter, at: dt.datetime
) -> None:
    subject, body = to_them(registration)
    queue_mail(
        "interest_received",
        to=registration.email,
        cause=registration.id,
        subject=subject,
        body=body,
        at=at,
    )
    subject, body = to_desk(registration)
    for person in people_of_role(registration.edition, TeamRole.ENTRIES):
        queue_mail(
            "desk_interest",
            to=person,
            cause=registration.id,
            subject=subject,
            body=body,
            at=at,
            reply_to=registration.email,
        )
