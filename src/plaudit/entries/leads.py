"""What an organisation's awards lead may do with the entries of the organisation.

Where the organisation leads an entry, its awards lead reads the whole of it, may approve it, and may take it
over from an owner who has left. Where it is a joint partner, they see that the entry is there: its title,
category, people and state; its text belongs to the lead organisation until the partner's link shows it.
"""

from __future__ import annotations

import datetime as dt

from django.db.models import QuerySet

from plaudit.entries.models import Entry, Partner, PartnerRole
from plaudit.kit.verdict import ALLOWED, Verdict, refused
from plaudit.people.models import Membership, Organisation, Person
from plaudit.people.rules import leads_awards_of

AWAY_AFTER = dt.timedelta(days=28)


def may_read_as_lead(person: Person, entry: Entry, organisation: Organisation) -> Verdict:
    """Whether the person reads the entry's text as an awards lead: where the organisation leads the entry."""
    if not leads_awards_of(person, organisation):
        return leads_awards_of(person, organisation)
    if role_on(entry, organisation) != PartnerRole.LEAD:
        return refused("Another organisation leads this entry, so its text is not shown here.")
    return ALLOWED


def may_approve(person: Person, entry: Entry, organisation: Organisation) -> Verdict:
    """Whether the person may say that the organisation approves of the entry: as its awards lead."""
    verdict = leads_awards_of(person, organisation)
    if not verdict:
        return verdict
    if role_on(entry, organisation) is None:
        return refused("The organisation is not on this entry.")
    return ALLOWED


def may_take_over(
    person: Person, entry: Entry, organisation: Organisation, owner: Person, at: dt.datetime
) -> Verdict:
    """Whether the person may become the entry's owner as awards lead, because the owner has left."""
    verdict = may_read_as_lead(person, entry, organisation)
    if not verdict:
        return verdict
    if owner.pk == person.pk:
        return refused("You own this entry already.")
    if not has_left(owner, organisation, at):
        return refused(
            f"{owner.display_name} still works here, as far as Plaudit knows. Ask them to hand the "
            "entry over, or record first that they have left."
        )
    return ALLOWED


def has_left(owner: Person, organisation: Organisation, at: dt.datetime) -> bool:
    """Whether the owner has left: their membership ended, or they have not been signed in for four weeks.

    Somebody who never signed in counts as there.
    """
    rows = owner.memberships.filter(organisation=organisation, granted_at__isnull=False)
    ended = [each.ended_at is not None for each in rows]
    if ended and all(ended):
        return True
    if owner.last_login is None or owner.last_login > at - AWAY_AFTER:
        return False
    return not owner.sessions.filter(expire_date__gt=at).exists()


def role_on(entry: Entry, organisation: Organisation) -> str | None:
    """Return the organisation's role on the entry, or None when it is not on it."""
    return (
        Partner.objects.filter(entry=entry, organisation=organisation)
        .values_list("role", flat=True)
        .first()
    )


def standing_memberships(person: Person, organisation: Organisation) -> QuerySet[Membership]:
    """Return the person's granted memberships of the organisation that have not ended."""
    return person.memberships.filter(
        organisation=organisation, granted_at__isnull=False, ended_at__isnull=True
    )
