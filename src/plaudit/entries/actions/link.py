"""Links that let people join an entry, each after signing in by a code mailed to them."""

from __future__ import annotations

import datetime as dt
import re

from django.db import transaction

from plaudit.entries.actions.contributor import let_in
from plaudit.entries.models import Contributor, ContributorLevel, ContributorLink, Entry
from plaudit.entries.rules import may_invite
from plaudit.kit.verdict import Refused, require
from plaudit.people.models import Person

SHAREABLE = (ContributorLevel.READ, ContributorLevel.COMMENT, ContributorLevel.WRITE)
DAYS = (1, 7, 30, 90)
MOST_OPEN = 10
DOMAIN = re.compile(r"(?=.{3,120}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")


@transaction.atomic
def make_link(
    entry: Entry, *, level: str, days: int, by: Person, at: dt.datetime, email_domain: str = ""
) -> ContributorLink:
    """Make a link by which people may join the entry at this level, for so many days from `at`.

    Checks that the person may invite, that the level is one that may be shared (never submit or owner: a
    link passes from hand to hand), the days, the domain, and that fewer than ten links are open; locks the
    entry. Raises Refused.
    """
    require(may_invite(by, entry))
    if level not in SHAREABLE:
        raise Refused("Choose what people who come by the link may do.")
    if days not in DAYS:
        raise Refused("Choose how long the link works.")
    domain = email_domain.strip().lower().removeprefix("@")
    if domain and not DOMAIN.fullmatch(domain):
        raise Refused("Enter the part of an address after the @, such as example.nhs.uk.")
    Entry.objects.select_for_update(no_key=True).get(pk=entry.pk)
    if len(open_links(entry, at)) >= MOST_OPEN:
        raise Refused(f"{MOST_OPEN} links are open. Close one before you make another.")
    return ContributorLink.objects.create(
        entry=entry,
        level=level,
        email_domain=domain,
        made_by=by,
        made_at=at,
        expires_at=at + dt.timedelta(days=days),
    )


@transaction.atomic
def revoke_link(link: ContributorLink, *, by: Person, at: dt.datetime) -> None:
    """Close a link. Whoever came by it stays until they are removed.

    Checks that the person may invite; locks the link. Raises Refused.
    """
    require(may_invite(by, link.entry))
    held = ContributorLink.objects.select_for_update(no_key=True).get(pk=link.pk)
    if held.revoked_at is None:
        held.revoked_at = at
        held.save(update_fields=["revoked_at"])


@transaction.atomic
def join_by_link(link: ContributorLink, *, by: Person, at: dt.datetime) -> Contributor:
    """Let the person in by the link. Their address was checked when they signed in by a mailed code.

    Locks the link; checks that it is open at `at` and that their address has its domain. Joining twice
    changes nothing; somebody on the entry already keeps the higher level. Raises Refused.
    """
    held = ContributorLink.objects.select_for_update(no_key=True).get(pk=link.pk)
    there = Contributor.objects.filter(entry_id=held.entry_id, person=by).first()
    if there is not None and there.link_id == held.pk:
        return there
    if not is_open(held, at):
        raise Refused(
            "This link is no longer open. Ask the person who gave it to you for a new one."
        )
    if not fits_domain(held, by):
        raise Refused(
            f"This link is for addresses that end in @{held.email_domain}. Sign in with yours."
        )
    return let_in(held.entry_id, there, by, level=held.level, at=at, link=held)


def is_open(link: ContributorLink, at: dt.datetime) -> bool:
    """Whether people may still join by the link at `at`."""
    return link.revoked_at is None and at <= link.expires_at


def fits_domain(link: ContributorLink, person: Person) -> bool:
    """Whether the person's address has the link's domain, exactly; any address when it has none."""
    return not link.email_domain or person.email.lower().rpartition("@")[2] == link.email_domain


def open_links(entry: Entry, at: dt.datetime) -> list[ContributorLink]:
    """Return the links by which people may join at `at`, oldest first."""
    rows = entry.links.filter(revoked_at__isnull=True, expires_at__gte=at)
    return list(rows.order_by("made_at", "pk"))
