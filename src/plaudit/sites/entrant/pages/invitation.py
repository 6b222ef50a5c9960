"""The words of an invitation to work on an entry."""

from __future__ import annotations

from dataclasses import dataclass

from plaudit.entries.mail import MAY_DO
from plaudit.entries.models import ContributorInvitation, ContributorLevel
from plaudit.people.models import Person
from plaudit.sites.entrant.pages.state import closing_text


@dataclass(frozen=True)
class InvitationPage:
    """What the page shows. What the entry is called is kept from everybody but the one invited."""

    is_for_you: bool
    is_open: bool
    is_accepted: bool
    by: str
    title: str
    may_do: str
    closing: str


def invitation_page(invitation: ContributorInvitation, person: Person) -> InvitationPage:
    """Return the page as `person` sees it."""
    is_for_you = invitation.email.lower() == person.email.lower()
    return InvitationPage(
        is_for_you=is_for_you,
        is_open=invitation.accepted_at is None and invitation.revoked_at is None,
        is_accepted=is_for_you and invitation.accepted_at is not None,
        by=invitation.invited_by.display_name,
        title=invitation.entry.title or f"entry {invitation.entry.reference}",
        may_do=MAY_DO[ContributorLevel(invitation.level)],
        closing=closing_text(invitation.entry),
    )
