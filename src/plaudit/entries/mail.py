"""The words of the mail that goes to people who enter. No link in it acts by being opened."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.urls import reverse

from plaudit.entries.closing import closing_for
from plaudit.entries.models import (
    ContributorInvitation,
    ContributorLevel,
    Entry,
    Reception,
    Submission,
    Withdrawal,
)
from plaudit.kit.dates import moment
from plaudit.people.models import Person

MAY_DO = {
    ContributorLevel.READ: "read it",
    ContributorLevel.COMMENT: "read it and comment on it",
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
    subject = f"Received: {entry.title} ({submission.reference})"
    how = " at closing, as you had asked" if submission.is_automatic else ""
    body = f"""We have received your entry{how}.

Project: {entry.title}
Category: {entry.category.name}
Programme: {edition.name}
Reference: {submission.reference}
Received at: {moment(submission.submitted_at, edition.zone)}
Digest (SHA-256): {submission.digest}

{_what_is_judged(submission)}

Your receipt, to print or keep, is attached, and here:
{address("entry_receipt", reference=submission.reference)}

Anybody who holds its digest can check it here:
{address("public_receipt", reference=submission.reference)}

Your entry:
{address("entry_desk", entry=entry.pk)}
"""
    return subject, body


def _what_is_judged(submission: Submission) -> str:
    """Return until when the entry can be submitted again; nothing of it, if that was at closing or in the grace."""
    entry = submission.entry
    closing = closing_for(entry)
    if submission.submitted_at >= closing:
        return "Entries have closed. The last version you submitted is the one that is judged."
    return f"""You can edit the entry and submit it again until {moment(closing, entry.category.edition.zone)}.
The last version you submit is the one that is judged."""


def not_submitted_mail(entry: Entry, reason: str) -> tuple[str, str]:
    """Return subject and body of the note that an entry could not be submitted at closing."""
    edition = entry.category.edition
    closing = moment(closing_for(entry), edition.zone)
    subject = f"Not submitted: {entry.title or entry.reference} ({entry.reference})"
    body = f"""You asked us to submit this entry at closing if it was complete.
It was not, so it was not submitted. Entries closed at {closing}.

Project: {entry.title or "Untitled"}
Category: {entry.category.name}
Programme: {edition.name}

{reason}

Everything you wrote is kept:
{address("entry_desk", entry=entry.pk)}

If you think this is wrong, reply to the organiser before judging begins.
"""
    return subject, body


def reminder_mail(entry: Entry, hours: int, missing: Sequence[str]) -> tuple[str, str]:
    """Return subject and body of the note that a draft has not been submitted, `hours` before closing."""
    edition = entry.category.edition
    closing = moment(closing_for(entry), edition.zone)
    name = entry.title or entry.reference
    subject = f"Not submitted yet: {name}, closing in {time_left(hours)}"
    if missing:
        state = "Still missing:\n" + "\n".join(f"- {sentence}" for sentence in missing)
    elif entry.submit_at_close_by_id:
        state = "Nothing is missing."
    else:
        state = "Nothing is missing. It only has to be submitted."
    if entry.submit_at_close_by_id:
        state += "\n\nYou asked us to submit it at closing, if it is complete by then."
    body = f"""Your entry has not been submitted. Entries close at
{closing}.

Project: {entry.title or "Untitled"}
Category: {entry.category.name}
Programme: {edition.name}

{state}

Check it and submit it here:
{address("entry_check", entry=entry.pk)}

You receive this because you may submit this entry. There are no more reminders once it is submitted.
"""
    return subject, body


def time_left(hours: int) -> str:
    """Return "a week", "2 days" or "4 hours"."""
    if hours == 168:
        return "a week"
    if hours >= 48 and hours % 24 == 0:
        return f"{hours // 24} days"
    return "an hour" if hours == 1 else f"{hours} hours"


def not_in_order_mail(reception: Reception) -> tuple[str, str]:
    """Return subject and body of the note that something about a submission is to be put right."""
    entry = reception.entry
    edition = entry.category.edition
    closing = closing_for(entry)
    subject = f"Something to put right: {entry.title} ({entry.reference})"
    remedy = "You can change it and submit it again until"
    if reception.checked_at > closing:
        remedy = "Please reply to the organiser, for entries closed at"
    body = f"""The organiser has looked at your entry and asks you to put something right:

{reception.note}

Project: {entry.title}
Category: {entry.category.name}
Programme: {edition.name}

{remedy} {moment(closing, edition.zone)}.

Your entry:
{address("entry_desk", entry=entry.pk)}
"""
    return subject, body


def withdrawal_mail(withdrawal: Withdrawal) -> tuple[str, str]:
    """Return subject and body of the note that an entry was withdrawn."""
    entry = withdrawal.entry
    edition = entry.category.edition
    closing = moment(closing_for(entry), edition.zone)
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


def level_mail(entry: Entry, level: str, by: Person) -> tuple[str, str]:
    """Return subject and body of the mail to somebody who may do something else with the entry now."""
    name = entry.title or f"entry {entry.reference}"
    may = MAY_DO[ContributorLevel(level)]
    subject = f"You can {may} now: {name}"
    body = f"""{by.display_name} changed what you may do with “{name}”.
You can {may} now:
{address("entry_desk", entry=entry.pk)}
"""
    return subject, body
