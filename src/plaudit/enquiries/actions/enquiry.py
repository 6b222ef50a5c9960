from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction

from plaudit.enquiries import mail
from plaudit.enquiries.models import Desk, Enquiry, EnquiryMessage
from plaudit.enquiries.recipients import desk_recipients
from plaudit.enquiries.rules import can_be_reached, is_sayable, may_answer, may_write_to
from plaudit.kit.verdict import require
from plaudit.messages.actions.outbox import queue_mail
from plaudit.people.models import Person


@transaction.atomic
def open_enquiry(
    desk: Desk, *, name: str, email: str, subject: str, body: str, at: dt.datetime, key: UUID
) -> Enquiry:
    """Put a question to a desk.

    Checks that the edition is public, that we know whom to answer, and the text. Appends the enquiry and
    its first message; a second call with the same `key` changes nothing and returns the enquiry of the
    first. Queues a mail with the text to the desk's people, and one with a link to the thread to the
    enquirer. Raises `Refused`.
    """
    require(may_write_to(desk.edition))
    require(can_be_reached(name, email))
    require(is_sayable(body))
    enquiry, is_new = Enquiry.objects.get_or_create(
        key=key,
        defaults={
            "desk": desk,
            "name": _line(name, 120),
            "email": email.strip().lower(),
            "subject": _line(subject, 160) or "No subject",
            "created_at": at,
        },
    )
    if is_new:
        message = _append(enquiry, None, body, at, key)
        subject_line, text = mail.enquiry_received(enquiry)
        queue_mail(
            "enquiry_received",
            to=enquiry.email,
            cause=enquiry.id,
            subject=subject_line,
            body=text,
            at=at,
        )
        _tell_the_desk(message, at, is_first=True)
    return enquiry


@transaction.atomic
def add_public_message(
    enquiry: Enquiry, *, body: str, at: dt.datetime, key: UUID
) -> EnquiryMessage:
    """Add what the enquirer writes to the thread, and queue a mail with it to the desk's people.

    The caller has shown the enquiry's token. A second call with the same `key` returns the message of the
    first. Raises `Refused` for an empty or endless text.
    """
    require(is_sayable(body))
    said = EnquiryMessage.objects.filter(key=key, enquiry=enquiry).first()
    if said is not None:
        return said
    message = _append(enquiry, None, body, at, key)
    _tell_the_desk(message, at, is_first=False)
    return message


@transaction.atomic
def reply_from_desk(
    enquiry: Enquiry, *, body: str, by: Person, at: dt.datetime, key: UUID
) -> EnquiryMessage:
    """Add the desk's answer to the thread, and queue a mail with it to the enquirer.

    Checks that `by` answers the desk, and the text. A second call with the same `key` returns the message
    of the first. Raises `Refused`.
    """
    require(may_answer(by, enquiry.desk))
    require(is_sayable(body))
    said = EnquiryMessage.objects.filter(key=key, enquiry=enquiry).first()
    if said is not None:
        return said
    message = _append(enquiry, by, body, at, key)
    subject, text = mail.desk_answered(enquiry, body, by.name or "The awards team")
    queue_mail(
        "enquiry_answered",
        to=enquiry.email,
        cause=message.id,
        subject=subject,
        body=text,
        at=at,
        reply_to=enquiry.desk.email,
    )
    return message


def _append(
    enquiry: Enquiry, author: Person | None, body: str, at: dt.datetime, key: UUID
) -> EnquiryMessage:
    return EnquiryMessage.objects.create(
        enquiry=enquiry, author=author, body=body.strip(), written_at=at, key=key
    )


def _tell_the_desk(message: EnquiryMessage, at: dt.datetime, *, is_first: bool) -> None:
    enquiry = message.enquiry
    subject, text = mail.desk_has_message(enquiry, message.body, is_first=is_first)
    for recipient in desk_recipients(enquiry.desk):
        queue_mail(
            "desk_message",
            to=recipient,
            cause=message.id,
            subject=subject,
            body=text,
            at=at,
            reply_to=enquiry.email,
        )


def _line(text: str, longest: int) -> str:
    return " ".join(text.split())[:longest]
