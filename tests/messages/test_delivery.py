from __future__ import annotations

import datetime as dt
import smtplib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection
from django.test import override_settings

from plaudit.messages.actions.delivery import deliver_due_mail
from plaudit.messages.actions.purge import purge_outbox
from plaudit.messages.invariants import INVARIANTS
from plaudit.messages.models import OutboxMessage
from tests.factories.messages import MORNING, a_mail

pytestmark = pytest.mark.django_db


class PicksAQuarrel(BaseEmailBackend):
    """Refuses what the address asks it to refuse, as mail servers do."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            (address,) = message.to
            if address.startswith("refused"):
                raise smtplib.SMTPRecipientsRefused({address: (550, b"No such person")})
            if address.startswith("busy"):
                raise smtplib.SMTPRecipientsRefused({address: (451, b"Try later")})
            if address.startswith("away"):
                raise ConnectionRefusedError
        return len(email_messages)


quarrelling = override_settings(EMAIL_BACKEND=f"{__name__}.PicksAQuarrel")


def deliver(at: dt.datetime = MORNING, **options: int) -> int:
    return deliver_due_mail(now=lambda: at, **options)


def test_a_due_mail_leaves_once_with_safe_headers() -> None:
    message = a_mail(reply_to="desk@example.org")
    assert deliver() == 1
    assert deliver() == 0
    (sent,) = mail.outbox
    assert sent.to == [message.recipient]
    headers = sent.message()
    assert headers["Reply-To"] == "desk@example.org"
    assert headers["Message-ID"] == f"<{message.id}@127.0.0.1>"
    assert headers["Auto-Submitted"] == "auto-generated"
    message.refresh_from_db()
    assert (message.sent_at, message.attempts) == (MORNING, 1)


def test_a_mail_waits_for_its_instant() -> None:
    a_mail(not_before=MORNING + dt.timedelta(seconds=1))
    assert deliver() == 0
    assert deliver(MORNING + dt.timedelta(seconds=1)) == 1


def test_a_batch_is_bounded() -> None:
    for _ in range(3):
        a_mail()
    assert deliver(limit=2) == 2
    assert deliver(limit=2) == 1


@quarrelling
def test_a_mail_put_off_is_tried_again_later_each_time() -> None:
    message = a_mail(recipient="busy@example.org")
    waits = []
    at = MORNING
    for _ in range(3):
        assert deliver(at) == 1
        message.refresh_from_db()
        waits.append((message.not_before - at).total_seconds() / 60)
        at = message.not_before
    assert waits == [2, 4, 8]
    assert (message.sent_at, message.last_error) == (None, "SMTPRecipientsRefused")


@quarrelling
def test_a_refused_address_is_given_up_and_the_next_mail_leaves() -> None:
    refused = a_mail(recipient="refused@example.org")
    fine = a_mail()
    assert deliver() == 2
    assert deliver(MORNING + dt.timedelta(days=30)) == 0
    refused.refresh_from_db()
    fine.refresh_from_db()
    assert (refused.sent_at, fine.sent_at) == (None, MORNING)
    assert refused.last_error == "The receiving server refused the address"


@quarrelling
def test_an_unreachable_server_ends_the_batch() -> None:
    away = a_mail(recipient="away@example.org")
    waiting = a_mail()
    assert deliver() == 0
    away.refresh_from_db()
    waiting.refresh_from_db()
    assert (away.attempts, waiting.attempts) == (1, 0)


@override_settings(DEMO=False)
def test_a_code_cannot_be_read_once_it_was_sent() -> None:
    code = a_mail(kind="sign_in_code", body="1234-5678")
    deliver()
    assert "1234-5678" in mail.outbox[0].body
    code.refresh_from_db()
    assert code.body == ""
    assert [list(check()) for check in INVARIANTS] == [[], [], []]


def test_a_code_that_ran_out_is_never_sent() -> None:
    code = a_mail(kind="sign_in_code", body="1234-5678")
    deliver(MORNING + dt.timedelta(minutes=15, seconds=1))
    code.refresh_from_db()
    assert (mail.outbox, code.body, code.sent_at) == ([], "", None)


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_each_mail_once() -> None:
    for _ in range(40):
        a_mail()

    def work(_: int) -> int:
        try:
            return deliver()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as workers:
        sent = list(workers.map(work, range(2)))
    assert sum(sent) == 40
    assert len({message.to[0] for message in mail.outbox}) == len(mail.outbox) == 40


def test_old_codes_go_and_old_bodies_are_blanked_but_rows_stay() -> None:
    a_mail(kind="sign_in_code")
    receipt = a_mail(sent_at=MORNING)
    assert purge_outbox(at=MORNING + dt.timedelta(days=181)) == (1, 1)
    (left,) = OutboxMessage.objects.all()
    assert (left.id, left.body) == (receipt.id, "")
    assert purge_outbox(at=MORNING + dt.timedelta(days=181)) == (0, 0)
