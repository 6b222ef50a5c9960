"""The words of the mail that asks partners to confirm, and that tells what they said."""

from __future__ import annotations

from plaudit.entries.confirmations import link_expires_at
from plaudit.entries.mail import address
from plaudit.entries.models import PartnerConfirmation, PartnerRequest
from plaudit.kit.dates import moment
from plaudit.people.models import Person


def request_mail(request: PartnerRequest, *, by: Person, is_again: bool) -> tuple[str, str]:
    """Return subject and body of the mail with the link. Opening the link confirms nothing."""
    partner = request.partner
    entry = partner.entry
    title = entry.title or f"entry {entry.reference}"
    edition = entry.category.edition
    expires_at = moment(link_expires_at(request), edition.zone)
    why = (
        "You have answered before. The entry has changed since, or you asked for a change:\n"
        "the page shows what reads differently."
        if is_again
        else "Please read what the judges will read, and say whether the facts and the\n"
        "credit are right. It takes a few minutes, and you need no account."
    )
    subject = f"{'Please look again' if is_again else 'Please confirm'}: {title}"
    body = f"""Hello {request.name}

{partner.organisation.name} is named on “{title}”,
an entry for {entry.category.name} in {edition.name}.
{by.display_name} gives you as the person who speaks for it.

{why}

{address("partner_confirmation", token=request.token)}

The link is for you: whoever has it can answer in your name. It works until
{expires_at}. Opening it confirms nothing.
"""
    return subject, body


def told_mail(said: PartnerConfirmation) -> tuple[str, str]:
    """Return subject and body of the note to the entry's people on what a partner said."""
    name = said.organisation.name
    if said.facts_are_right and said.credit_is_right:
        subject = f"Confirmed by {name}: {said.entry.title or said.entry.reference}"
        told = "The facts and the credit are right."
    else:
        subject = f"{name} asks for a change: {said.entry.title or said.entry.reference}"
        wrong = [
            part
            for part, is_right in (
                ("the facts", said.facts_are_right),
                ("the credit", said.credit_is_right),
            )
            if not is_right
        ]
        told = f"Not right yet: {' and '.join(wrong)}."
    note = f"\nTheir note:\n{said.note}\n" if said.note else ""
    body = f"""{said.name} of {name} has read the entry. {told}
{note}
{address("entry_organisations", entry=said.entry_id)}
"""
    return subject, body
