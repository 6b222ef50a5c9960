"""Sending what is due, a row at a time, so that a crash can repeat one mail at the most."""

from __future__ import annotations

import datetime as dt
import smtplib
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from plaudit.kit.logs import logger
from plaudit.messages.attachments import attachment_for
from plaudit.messages.models import OutboxMessage

SIGN_IN_CODE = "sign_in_code"
CODE_LIVES = dt.timedelta(minutes=15)
ATTEMPTS_AT_MOST = 20
LONGEST_PAUSE = dt.timedelta(hours=4)
BATCH = 100

log = logger("plaudit.messages")


def deliver_due_mail(*, now: Callable[[], dt.datetime], limit: int = BATCH) -> int:
    """Send up to `limit` mails that are due and return how many rows were dealt with.

    For each row, in a transaction of its own: locks the oldest that is due and that no other worker
    holds, sends it, and records `sent_at`; or, when it could not be sent, counts the attempt and puts
    it off for longer each time. Stops early when the mail server cannot be reached. `now` is asked
    before each row.

    Delivery is at least once: a process killed between the server's "accepted" and the commit sends
    that one mail again. Both copies bear the same Message-ID, made from the row's id, by which mail
    programs know a duplicate.
    """
    server = get_connection()
    dealt_with = 0
    try:
        while dealt_with < limit and _deliver_one(server, now()):
            dealt_with += 1
    except _ServerUnreachable:
        log.warning("the mail server cannot be reached")
    finally:
        server.close()
    return dealt_with


class _ServerUnreachable(Exception):
    """The fault is not the mail's, so the next one need not be tried now."""


def _deliver_one(server: BaseEmailBackend, at: dt.datetime) -> bool:
    with transaction.atomic():
        message = (
            OutboxMessage.objects.select_for_update(skip_locked=True)
            .filter(sent_at__isnull=True, not_before__lte=at, attempts__lt=ATTEMPTS_AT_MOST)
            .order_by("not_before", "id")
            .first()
        )
        if message is None:
            return False
        if message.kind == SIGN_IN_CODE and at - message.created_at > CODE_LIVES:
            _give_up(message, "The code ran out before it could be sent")
            return True
        error = _try_to_send(message, server, at)
    if error is not None and _is_unreachable(error):
        raise _ServerUnreachable from error
    return True


def _try_to_send(
    message: OutboxMessage, server: BaseEmailBackend, at: dt.datetime
) -> Exception | None:
    try:
        server.open()  # before a file is made that could not leave
        _as_email(message, server).send()
    except Exception as error:  # noqa: BLE001 - whatever one mail does, the next must still leave
        server.close()
        _put_off(message, error, at)
        return error
    message.sent_at = at
    message.attempts += 1
    message.last_error = ""
    if message.kind == SIGN_IN_CODE and not settings.DEMO:
        message.body = ""
    message.save(update_fields=["sent_at", "attempts", "last_error", "body"])
    return None


def _put_off(message: OutboxMessage, error: Exception, at: dt.datetime) -> None:
    """Record what kind of failure it was, never its text, which may quote the address."""
    if isinstance(error, smtplib.SMTPRecipientsRefused) and _is_final(error):
        _give_up(message, "The receiving server refused the address")
        return
    message.attempts += 1
    message.last_error = type(error).__name__
    message.not_before = at + min(dt.timedelta(minutes=2**message.attempts), LONGEST_PAUSE)
    message.save(update_fields=["attempts", "last_error", "not_before"])
    log.warning("mail put off", extra={"outbox_id": str(message.id)})


def _is_final(error: smtplib.SMTPRecipientsRefused) -> bool:
    return all(code >= 500 for code, _ in error.recipients.values())


def _is_unreachable(error: Exception) -> bool:
    """Whether no connection could be had. Every SMTP answer is an OSError too, so those are set apart."""
    if isinstance(error, smtplib.SMTPConnectError | smtplib.SMTPServerDisconnected):
        return True
    return isinstance(error, OSError) and not isinstance(error, smtplib.SMTPException)


def _give_up(message: OutboxMessage, why: str) -> None:
    message.attempts = ATTEMPTS_AT_MOST
    message.last_error = why
    if message.kind == SIGN_IN_CODE:
        message.body = ""
    message.save(update_fields=["attempts", "last_error", "body"])
    log.warning("mail given up", extra={"outbox_id": str(message.id)})


def _as_email(message: OutboxMessage, server: BaseEmailBackend) -> EmailMessage:
    """Return the row as a mail to one person. Django refuses a header with a line break in it."""
    host = urlsplit(settings.BASE_URL).hostname or "localhost"
    email = EmailMessage(
        subject=message.subject,
        body=message.body,
        to=[message.recipient],
        reply_to=[message.reply_to] if message.reply_to else None,
        headers={"Message-ID": f"<{message.id}@{host}>", "Auto-Submitted": "auto-generated"},
        connection=server,
    )
    if message.attachment_kind:
        file = attachment_for(message.attachment_kind, message.attachment_of)
        email.attach(file.name, file.content, file.content_type)
    return email
