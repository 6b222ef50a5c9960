from __future__ import annotations

import contextlib
import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from plaudit.messages.actions.outbox import queue_mail
from plaudit.messages.models import OutboxMessage
from tests.factories.messages import MORNING

pytestmark = pytest.mark.django_db


def a_queued_mail(**fields: object) -> OutboxMessage:
    given = {"to": "ada@example.org", "cause": 1, "subject": "Hello", "body": "Text", "at": MORNING}
    return queue_mail("receipt", **{**given, **fields})  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def no_jobs(db: None) -> None:
    """The queue's tables are not Django's, so a transactional test leaves its rows behind."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")


def waiting_jobs() -> list[tuple[str, dt.datetime | None]]:
    from procrastinate.contrib.django.models import ProcrastinateJob

    jobs = ProcrastinateJob.objects.filter(task_name="messages.deliver").order_by("id")
    return list(jobs.values_list("queueing_lock", "scheduled_at"))


def test_one_mail_per_kind_cause_and_address() -> None:
    first = a_queued_mail()
    again = a_queued_mail(subject="Another", to="ADA@example.org ")
    other = a_queued_mail(cause=2)
    assert (again.id, again.subject) == (first.id, "Hello")
    assert set(OutboxMessage.objects.values_list("id", flat=True)) == {first.id, other.id}


def test_a_subject_has_no_line_break() -> None:
    message = a_queued_mail(subject="Hello\r\nBcc: eve@example.org")
    assert message.subject == "Hello Bcc: eve@example.org"


@pytest.mark.parametrize(
    "address", ["ada@example.org\nBcc: eve@example.org", "ada", "a@b, c@d.org"]
)
@pytest.mark.parametrize("field", ["to", "reply_to"])
def test_an_address_cannot_carry_a_header(address: str, field: str) -> None:
    with pytest.raises(ValidationError):
        a_queued_mail(**{field: address})
    assert not OutboxMessage.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_many_mails_wake_the_worker_once_and_only_after_commit() -> None:
    with transaction.atomic():
        for cause in range(5):
            a_queued_mail(cause=cause)
        assert waiting_jobs() == []
    assert waiting_jobs() == [("messages.deliver", None)]
    a_queued_mail(cause="later")
    assert waiting_jobs() == [("messages.deliver", None)]


@pytest.mark.django_db(transaction=True)
def test_a_mail_for_later_gets_a_job_of_its_own_at_that_instant() -> None:
    release = MORNING + dt.timedelta(days=3)
    with transaction.atomic():
        for cause in range(3):
            a_queued_mail(cause=cause, not_before=release)
    assert [instant for _, instant in waiting_jobs()] == [release]


@pytest.mark.django_db(transaction=True)
def test_nothing_is_queued_when_the_transaction_fails() -> None:
    with contextlib.suppress(RuntimeError), transaction.atomic():
        a_queued_mail()
        raise RuntimeError
    assert waiting_jobs() == []
    assert not OutboxMessage.objects.exists()
