from __future__ import annotations

import datetime as dt

from django.core.validators import validate_email
from django.db import connection, transaction

from plaudit.kit.rows import insert_unless_there
from plaudit.messages.models import OutboxMessage
from plaudit.messages.tasks import Wake
from plaudit.people.models import Person


def queue_mail(
    kind: str,
    *,
    to: str | Person,
    cause: object,
    subject: str,
    body: str,
    at: dt.datetime,
    not_before: dt.datetime | None = None,
    reply_to: str = "",
    attachment: tuple[str, object] | None = None,
) -> OutboxMessage:
    """Put a plain-text mail in the outbox, once for each kind, cause and address.

    Checks both addresses, so that neither can smuggle a header in. A second call for the same kind,
    cause and address changes nothing and returns the row of the first. Line breaks in the subject are
    taken out. The mail leaves after the surrounding transaction commits, not before `not_before`.
    `attachment` names a maker of `messages.attachments` and what it makes a file of, when the mail is sent.

    Raises `ValidationError` when an address is none.
    """
    recipient = to.email if isinstance(to, Person) else to.strip().lower()
    for address in filter(None, (recipient, reply_to)):
        validate_email(address)
    message = OutboxMessage(
        kind=kind,
        cause=str(cause),
        recipient=recipient,
        person=to if isinstance(to, Person) else None,
        subject=" ".join(subject.split())[:200],
        body=body,
        created_at=at,
        not_before=not_before or at,
        reply_to=reply_to,
        attachment_kind=attachment[0] if attachment else "",
        attachment_of=str(attachment[1]) if attachment else "",
    )
    if not insert_unless_there(message):
        return OutboxMessage.objects.get(kind=kind, cause=str(cause), recipient=recipient)
    _wake_after_commit(Wake(at=not_before if not_before and not_before > at else None))
    return message


def _wake_after_commit(wake: Wake) -> None:
    """Wake the worker when the transaction commits: once, however many mails it queued for then."""
    if all(entry[1] != wake for entry in connection.run_on_commit):
        transaction.on_commit(wake)
