"""What may be done to an account, and where a person may be sent after signing in."""

from __future__ import annotations

import datetime as dt
import unicodedata

from django.utils.http import url_has_allowed_host_and_scheme

from plaudit.kit.verdict import ALLOWED, Verdict, refused
from plaudit.people.keepers import is_keeper
from plaudit.people.models import ImportState, MembershipRole, Organisation, Person, RegisterImport

LONGEST_PATH = 2000
RECENTLY = dt.timedelta(minutes=30)


def is_own_path(address: str) -> bool:
    """Whether the address is a path of this site: one slash first, no host, no control characters."""
    if not address.startswith("/") or len(address) > LONGEST_PATH:
        return False
    if any(unicodedata.category(character) in {"Cc", "Zl", "Zp"} for character in address):
        return False
    return url_has_allowed_host_and_scheme(address, allowed_hosts=None)


def own_path(address: str | None, default: str = "") -> str:
    """Return the address when it is a path of this site, and `default` otherwise."""
    return address if address and is_own_path(address) else default


def needs_a_name(person: Person) -> bool:
    """Whether the person has yet to say what they are called."""
    return not person.name


def may_change_passkeys(signed_in_at: dt.datetime | None, at: dt.datetime) -> Verdict:
    """Whether the browser signed in so recently that the person is surely the one sitting at it."""
    if signed_in_at is not None and at - signed_in_at <= RECENTLY:
        return ALLOWED
    return refused(
        "It is more than half an hour since you signed in. Confirm that it is you, then try again."
    )


def no_import_runs() -> Verdict:
    """Whether a file of organisations may be brought or stored: not while another is being stored."""
    running = RegisterImport.objects.filter(state=ImportState.STORING)
    held = running.select_related("brought_by").defer("content").first()
    if held is None:
        return ALLOWED
    return refused(
        f"“{held.name}”, which {held.brought_by.display_name} brought, is being stored just now. "
        "Wait until it is done, then bring yours."
    )


def may_keep_register(person: Person) -> Verdict:
    """Whether the person may change the register of organisations: whoever looks after entries somewhere."""
    if is_keeper(person):
        return ALLOWED
    return refused("Only the people who look after entries can change the register.")


def leads_awards_of(person: Person, organisation: Organisation) -> Verdict:
    """Whether the person is an awards lead of the organisation now."""
    leads = organisation.memberships.filter(
        person=person,
        role=MembershipRole.AWARDS_LEAD,
        granted_at__isnull=False,
        ended_at__isnull=True,
    )
    if leads.exists():
        return ALLOWED
    return refused("Only the organisation's awards lead can do this.")


def may_grant_memberships(person: Person, organisation: Organisation) -> Verdict:
    """Whether the person may say who works for the organisation: its awards lead, or a register keeper."""
    if leads_awards_of(person, organisation) or is_keeper(person):
        return ALLOWED
    return refused("Only the organisation's awards lead, or the organiser, can do this.")
