"""Who works on an entry together."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from plaudit.entries.mail import invitation_mail, level_mail
from plaudit.entries.models import (
    Contributor,
    ContributorInvitation,
    ContributorLevel,
    ContributorLink,
    Entry,
)
from plaudit.entries.rules import may_invite
from plaudit.kit.verdict import Refused, require
from plaudit.messages.actions.outbox import queue_mail
from plaudit.people.models import Person

INVITABLE = (
    ContributorLevel.READ,
    ContributorLevel.COMMENT,
    ContributorLevel.WRITE,
    ContributorLevel.SUBMIT,
)
SAME_CLICK = dt.timedelta(minutes=2)
MOST_OPEN = 40


@transaction.atomic
def invite_contributor(
    entry: Entry, *, email: str, level: str, by: Person, at: dt.datetime
) -> ContributorInvitation:
    """Invite whoever has this address to work on the entry at this level.

    Checks that the person may invite, the address, the level (never owner), that the address is not at
    work on the entry already, and that fewer than 40 invitations are open; locks the entry. The same
    invitation within two minutes is returned as it is; an older open one to the address is revoked, so
    that only the newest link works. Queues the mail. Raises Refused.
    """
    require(may_invite(by, entry))
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        raise Refused("Enter an e-mail address in the form name@example.org.") from None
    if level not in INVITABLE:
        raise Refused("Choose what the person may do.")
    Entry.objects.select_for_update(no_key=True).get(pk=entry.pk)
    if Contributor.objects.filter(entry=entry, person__email=address).exists():
        raise Refused(f"{address} works on this entry already.")
    standing = list(open_invitations(entry))
    earlier = [each for each in standing if each.email == address]
    for each in earlier:
        if each.level == level and each.invited_at > at - SAME_CLICK:
            return each
        _revoke(each, at)
    if len(standing) - len(earlier) >= MOST_OPEN:
        raise Refused(
            f"{MOST_OPEN} invitations are open. Revoke one before inviting another person."
        )
    invitation = ContributorInvitation.objects.create(
        entry=entry, email=address, level=level, invited_by=by, invited_at=at
    )
    subject, body = invitation_mail(invitation)
    queue_mail(
        "entry-invitation", to=address, cause=invitation.pk, subject=subject, body=body, at=at
    )
    return invitation


@transaction.atomic
def accept_invitation(
    invitation: ContributorInvitation, *, by: Person, at: dt.datetime
) -> Contributor:
    """Let the person in, at the level of the invitation.

    Locks the invitation; checks that it was sent to the person's address and is open. Accepting one's own
    twice changes nothing. Somebody who works on the entry already keeps the higher of both levels.
    Raises Refused.
    """
    held = ContributorInvitation.objects.select_for_update(no_key=True).get(pk=invitation.pk)
    if held.email.lower() != by.email.lower():
        raise Refused(
            "This invitation was sent to another address. Sign in with that one to accept it."
        )
    there = Contributor.objects.filter(entry_id=held.entry_id, person=by).first()
    if held.accepted_at is not None and there is not None:
        return there
    if held.accepted_at is not None or held.revoked_at is not None:
        raise Refused(
            "This invitation is no longer open. Ask the person who sent it for a new one."
        )
    held.accepted_at = at
    held.save(update_fields=["accepted_at"])
    return let_in(held.entry_id, there, by, level=held.level, at=at)


def let_in(
    entry_id: UUID,
    there: Contributor | None,
    person: Person,
    *,
    level: str,
    at: dt.datetime,
    link: ContributorLink | None = None,
) -> Contributor:
    """Put the person on the entry, or raise the level of one who is `there` already; never lower it."""
    if there is None:
        return Contributor.objects.create(
            entry_id=entry_id, person=person, level=level, link=link, added_at=at
        )
    there.level = max(there.level, level, key=ContributorLevel.values.index)
    there.save(update_fields=["level"])
    return there


@transaction.atomic
def revoke_invitation(invitation: ContributorInvitation, *, by: Person, at: dt.datetime) -> None:
    """Close an open invitation. Checks that the person may invite. Raises Refused."""
    require(may_invite(by, invitation.entry))
    held = ContributorInvitation.objects.select_for_update(no_key=True).get(pk=invitation.pk)
    if held.accepted_at is None and held.revoked_at is None:
        _revoke(held, at)


@transaction.atomic
def change_level(contributor: Contributor, *, level: str, by: Person, at: dt.datetime) -> None:
    """Change what a person may do with the entry.

    Checks that `by` may invite and is not that person, the level (never owner), and that the person is not
    the owner. Locks the contributor; the level they have already changes nothing. From `at` on the live
    exchange takes or refuses their words accordingly. Queues a mail to the person. Raises Refused.
    """
    require(may_invite(by, contributor.entry))
    if level not in INVITABLE:
        raise Refused("Choose what the person may do.")
    held = Contributor.objects.select_for_update(no_key=True, of=("self",))
    there = held.select_related("person").get(pk=contributor.pk)
    if there.level == ContributorLevel.OWNER:
        raise Refused("The owner may do everything. Hand the entry over to somebody first.")
    if there.person_id == by.pk:
        raise Refused("Somebody else has to change what you may do.")
    if there.level == level:
        return
    there.level = level
    there.save(update_fields=["level"])
    subject, body = level_mail(contributor.entry, level, by)
    cause = f"{there.pk} {level} {at:%Y%m%d%H%M%S}"
    queue_mail("entry-level", to=there.person, cause=cause, subject=subject, body=body, at=at)


@transaction.atomic
def remove_contributor(contributor: Contributor, *, by: Person, at: dt.datetime) -> None:
    """Take a person off the entry. What they wrote stays.

    Checks that the person may invite, or is leaving of their own accord, and that the one to go is not the
    owner. Somebody who is sent away closes the shared link that they came by, since it would let them in
    again. Raises Refused.
    """
    if contributor.person_id != by.pk:
        require(may_invite(by, contributor.entry))
    if contributor.level == ContributorLevel.OWNER:
        raise Refused("The owner cannot be taken off the entry. Hand it over to somebody first.")
    if contributor.link_id is not None and contributor.person_id != by.pk:
        open_link = ContributorLink.objects.filter(pk=contributor.link_id, revoked_at__isnull=True)
        open_link.update(revoked_at=at)
    contributor.delete()


def open_invitations(entry: Entry) -> list[ContributorInvitation]:
    """Return the invitations that wait for an answer, oldest first."""
    rows = entry.invitations.filter(accepted_at__isnull=True, revoked_at__isnull=True)
    return list(rows.order_by("invited_at", "pk"))


def _revoke(invitation: ContributorInvitation, at: dt.datetime) -> None:
    invitation.revoked_at = at
    invitation.save(update_fields=["revoked_at"])
