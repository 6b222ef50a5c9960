from __future__ import annotations

import datetime as dt

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from plaudit.kit.clock import frozen_at
from plaudit.messages.actions.outbox import queue_mail
from plaudit.messages.models import OutboxMessage

AT = dt.datetime(2026, 11, 21, 9, tzinfo=dt.UTC)
BODY = """Hello,

open {base}/entries/x/ or https://elsewhere.example/a?b=1.
<b>not bold</b>"""

pytestmark = pytest.mark.django_db


def _mail(number: int, to: str = "sam@example.org", **fields: object) -> OutboxMessage:
    body = BODY.format(base=settings.BASE_URL)
    at = AT + dt.timedelta(minutes=number)
    return queue_mail(
        "test", to=to, cause=number, subject=f"Mail {number}", body=body, at=at, **fields
    )  # type: ignore[arg-type]


def test_the_newest_comes_first_with_its_links(client: Client) -> None:
    _mail(1)
    _mail(2)
    body = client.get("/demo/mail/").content.decode()
    assert body.index("Mail 2") < body.index("Mail 1")
    assert 'href="/entries/x/"' in body
    assert 'href="https://elsewhere.example/a?b=1"' in body
    assert "&lt;b&gt;not bold" in body


def test_it_can_be_searched_by_address(client: Client) -> None:
    _mail(1)
    _mail(2, to="other@example.org")
    body = client.get("/demo/mail/", {"address": " Sam@Example.org"}).content.decode()
    assert "Mail 1" in body
    assert "Mail 2" not in body


@pytest.mark.parametrize("address", ["nobody@example.org", "\x00", "%", "<script>"])
def test_an_address_without_mail_says_so(client: Client, address: str) -> None:
    response = client.get("/demo/mail/", {"address": address})
    assert response.status_code == 200
    assert "No mail" in response.content.decode()


def test_it_says_when_a_mail_leaves(client: Client) -> None:
    _mail(1, not_before=AT + dt.timedelta(days=3))
    with frozen_at(AT + dt.timedelta(hours=1)):
        assert "Waits until Tuesday 24 November 2026" in client.get("/demo/mail/").content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_it_asks_as_often_for_one_mail_as_for_three(
    client: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(rows):
        _mail(number)
    with django_assert_num_queries(2):
        client.get("/demo/mail/")


def test_pages_hold_fifty(client: Client) -> None:
    for number in range(51):
        _mail(number)
    assert "Mail 0" not in client.get("/demo/mail/").content.decode()
    assert "Mail 0" in client.get("/demo/mail/", {"page": "2"}).content.decode()
