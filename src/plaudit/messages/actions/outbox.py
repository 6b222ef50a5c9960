from __future__ import annotations

import datetime as dt

from plaudit.messages.models import OutboxMessage
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
) -> OutboxMessage:
    """Put a plain-text mail in the outbox, once for each kind, cause and address.

    A second call for the same three changes nothing and returns the row of the first. Line breaks in
    the subject are taken out. The mail leaves after the surrounding transaction commits, not before
    `not_before`.
    """
    recipient = to.email if isinstance(to, Person) else to.strip().lower()
    message, _ = OutboxMessage.objects.get_or_create(
        kind=kind,
        cause=str(cause),
        recipient=recipient,
        defaults={
            "person": to if isinstance(to, Person) else None,
            "subject": " ".join(subject.split())[:200],
            "body": body,
            "created_at": at,
            "not_before": not_before or at,
            "reply_to": reply_to,
        },
    )
    return message
