from __future__ import annotations

import pytest
from django.test import Client

from plaudit.entries.actions.submission import withdraw_entry
from plaudit.entries.models import Entry
from tests.factories.entries import a_complete_entry, a_submission
from tests.factories.programmes import WHILE_OPEN

pytestmark = pytest.mark.django_db

GENUINE = "This receipt is genuine."
NOT_CONFIRMED = "We cannot confirm this receipt."


def text_of(client: Client, reference: str, digest: str | None = None) -> str:
    query = {} if digest is None else {"digest": digest}
    return client.get(f"/receipts/{reference}/", query).content.decode()


def test_the_digest_confirms_when_it_came_and_that_it_is_the_last(client: Client) -> None:
    submission = a_submission()
    page = text_of(client, submission.reference, f" {submission.digest.upper()} ")
    assert GENUINE in page
    assert "10:00:00 on" in page
    assert "It is the last version" in page
    assert submission.snapshot["title"] not in page


def test_a_later_version_and_a_withdrawal_are_told(client: Client) -> None:
    entry = a_complete_entry()
    first = a_submission(entry)
    Entry.objects.filter(pk=entry.pk).update(title="A better title")
    second = a_submission(Entry.objects.get(pk=entry.pk))
    assert "submitted again later" in text_of(client, first.reference, first.digest)
    withdraw_entry(entry, by=entry.started_by, at=WHILE_OPEN)
    assert "was withdrawn" in text_of(client, second.reference, second.digest)


def test_without_the_digest_every_reference_reads_alike(client: Client) -> None:
    submission = a_submission()
    wrong = "0" * 64
    for digest in (None, "", "abc", wrong):
        real = text_of(client, submission.reference, digest)
        made_up = text_of(client, "PA99-0001/1", digest)
        assert GENUINE not in real
        assert real.replace(submission.reference, "X") == made_up.replace("PA99-0001/1", "X")
    assert NOT_CONFIRMED in text_of(client, submission.reference, wrong)
    assert NOT_CONFIRMED in text_of(client, submission.reference, "")


def test_odd_addresses_do_no_harm(client: Client) -> None:
    submission = a_submission()
    for reference in ("%00", "a" * 500, "/../x", "'\"<b>"):
        answer = client.get(f"/receipts/{reference}/", {"digest": submission.digest})
        assert answer.status_code in {200, 404}
        assert GENUINE not in answer.content.decode()
