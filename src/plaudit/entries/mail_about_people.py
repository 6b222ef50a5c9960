"""The words of the mail about who owns an entry."""

from __future__ import annotations

from plaudit.entries.mail import address
from plaudit.entries.models import OwnershipHandover
from plaudit.people.models import Membership, Person


def handover_mail(handover: OwnershipHandover, reader: Person) -> tuple[str, str]:
    """Return subject and body of the note that an entry was handed over, for one of the two people."""
    title = _title(handover)
    is_new_owner = reader.pk == handover.to_person_id
    told = (
        f"{handover.from_person.display_name} has handed “{title}” over to you. You own it now."
        if is_new_owner
        else f"You have handed “{title}” over to {handover.to_person.display_name}, who owns it now.\n"
        "You can still write in it and submit it."
    )
    return f"A new owner: {title}", _body(handover, told)


def takeover_mail(handover: OwnershipHandover, reader: Person) -> tuple[str, str]:
    """Return subject and body of the note that an awards lead took an entry over."""
    title = _title(handover)
    organisation = handover.organisation.name if handover.organisation else "the organisation"
    lead = handover.to_person.display_name
    told = (
        f"You have taken “{title}” over, as awards lead of {organisation}. You own it now."
        if reader.pk == handover.to_person_id
        else f"{lead}, awards lead of {organisation}, has taken over “{title}”.\n"
        "If that is a mistake, write to them, or to the organiser of the awards: it is on record."
    )
    return f"A new owner: {title}", _body(handover, told)


def awards_lead_mail(membership: Membership) -> tuple[str, str]:
    """Return subject and body of the note that somebody leads an organisation's awards now."""
    name = membership.organisation.name
    body = f"""You are an awards lead of {name} now.

You can see every entry that carries its name, say what your organisation
approves of, and take over the entries of people who have left:
{address("workspace", organisation=membership.organisation_id)}
"""
    return f"You lead the awards of {name}", body


def _title(handover: OwnershipHandover) -> str:
    return handover.entry.title or f"entry {handover.entry.reference}"


def _body(handover: OwnershipHandover, told: str) -> str:
    reason = f"\nThe reason given: {handover.reason}\n" if handover.reason else ""
    return f"""{told}
{reason}
{address("entry_desk", entry=handover.entry_id)}
"""
