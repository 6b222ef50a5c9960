"""The words of the mail that goes to people who enter. No link in it acts by being opened."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from plaudit.entries.models import ContributorInvitation, ContributorLevel, Submission, Withdrawal
from plaudit.kit.dates import moment
from plaudit.programmes.rules import closing_instant

MAY_DO = {
    ContributorLevel.READ: "read it",
    ContributorLevel.WRITE: "write in it",
    ContributorLevel.SUBMIT: "write in it and submit it",
    ContributorLevel.OWNER: "run it",
}


def address(name: str, **arguments: object) -> str:
    """Return the whole address of a named page."""
    return f"{settings.BASE_URL}{reverse(name, kwargs=arguments)}"


def receipt_mail(submission: Submission) -> tuple[str, str]:
    """Return subject and body of the receipt for a submission."""
    entry = submission.entry
    edition = entry.category.edition
    closing = moment(closing_instant(entry.category), edition.zone)
    subject = f"Received: {entry.title} ({submission.reference})"
    body = f"""We have received your entry.

Project: {entry.title}
Category: {entry.category.name}
Programme: {edition.name}
Reference: {submission.reference}
Received at: {moment(submission.submitted_at, edition.zone)}
Digest (SHA-256): {submission.digest}

You can edit the entry and submit it again until {closing}.
The last version you submit is the one that is judged.

Your receipt, to print or keep:
{address("entry_receipt", reference=submission.reference)}

Your entry:
{address("entry_desk", entry=entry.pk)}
"""
    return subject, body


def withdrawal_mail(withdrawal: Withdrawal) -> tuple[str, str]:
    """Return subject and body of the note that an entry was withdrawn."""
    entry = withdrawal.entry
    edition = entry.category.edition
    closing = moment(closing_instant(entry.category), edition.zone)
    subject = f"Withdrawn: {entry.title} ({entry.reference})"
    body = f"""Your entry has been withdrawn. It will not be judged.

Project: {entry.title}
Category: {entry.category.name}
Withdrawn at: {moment(withdrawal.withdrawn_at, edition.zone)}

Everything you wrote is kept. If this was a mistake, you can submit it again until
{closing}:
{address("entry_desk", entry=entry.pk)}
"""
    return subject, body


def invitation_mail(invitation: ContributorInvitation) -> tuple[str, str]:
    """Return subject and body of the invitation to work on an entry."""
    entry = invitation.entry
    name = entry.title or f"entry {entry.reference}"
    inviter = invitation.invited_by.display_name
    subject = f"{inviter} invites you to work on an award entry"
    body = f"""{inviter} would like you to work on “{name}”,
an entry for {entry.category.name} in {entry.category.edition.name}.
You will be able to {MAY_DO[ContributorLevel(invitation.level)]}.

To accept, open this page and sign in with the address that this mail was sent to:
{address("entry_invitation", token=invitation.token)}

If you do not expect this, you need do nothing.
"""
    return subject, body
