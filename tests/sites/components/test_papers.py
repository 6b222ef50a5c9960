"""A PDF that cannot be made is a page that says so and what is safe; a mail with it waits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from plaudit.entries.actions.attachment import attach_file
from plaudit.entries.actions.fee import Billing, settle_by_order
from plaudit.entries.models import Attachment, Entry
from plaudit.kit.clock import frozen_at
from plaudit.messages.actions.delivery import deliver_due_mail
from plaudit.messages.models import OutboxMessage
from plaudit.people.models import Person
from tests.entries.actions.test_fee import with_fees
from tests.factories.entries import a_complete_entry, a_submission
from tests.factories.files import a_photo, named
from tests.factories.judging import an_assignment
from tests.factories.programmes import WHILE_JUDGING, WHILE_OPEN, a_category
from tests.sites.entrant.reading import words_of

pytestmark = pytest.mark.django_db

SignedIn = Callable[[Person], Client]


@pytest.fixture(autouse=True)
def _files_of_their_own(settings: Settings, tmp_path: Path) -> None:
    storages = {**settings.STORAGES}
    storages["default"] = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path},
    }
    settings.STORAGES = storages


def an_entry_with_photo() -> tuple[Entry, Path]:
    """An entry, and where its photo lies on the disk."""
    entry = a_complete_entry()
    attach_file(entry, "photo", named(a_photo("PNG"), "a.png"), by=entry.started_by, at=WHILE_OPEN)
    return entry, Path(Attachment.objects.get(entry=entry).file.path)


def spoil(photo: Path) -> bytes:
    """Let the disk lose half of the photo, so that no typesetter can show it; return what it held."""
    whole = photo.read_bytes()
    photo.write_bytes(whole[: len(whole) // 2])
    return whole


def refused(page: HttpResponse) -> str:
    assert page.status_code == 503
    assert page["Retry-After"] == "300"
    words = words_of(page)
    assert "We could not make this PDF just now." in words
    return words


def test_an_entrant_is_told_that_the_entry_is_safe(signed_in: SignedIn) -> None:
    entry, photo = an_entry_with_photo()
    browser = signed_in(entry.started_by)
    assert browser.get(f"/entries/{entry.pk}/pdf").status_code == 200
    spoil(photo)
    words = refused(browser.get(f"/entries/{entry.pk}/pdf"))
    assert "Your entry is safe and nothing in it has changed." in words


def test_a_judge_is_told_that_the_scores_are_safe(signed_in: SignedIn) -> None:
    entry, photo = an_entry_with_photo()
    a_submission(entry)
    assignment = an_assignment(entry)
    spoil(photo)
    with frozen_at(WHILE_JUDGING):
        browser = signed_in(assignment.judge.person)
        words = refused(browser.get(reverse("judge_pdf", args=[assignment.pk])))
    assert "The entry and your scores are safe." in words


def test_whoever_asks_for_an_invoice_is_told_that_it_is_recorded(
    signed_in: SignedIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = a_complete_entry(with_fees(a_category()))
    billing = Billing("Fen Trust", "PO 77")
    settle_by_order(entry, billing, code="", seen=12000, by=entry.started_by, at=WHILE_OPEN)
    broken = tmp_path / "invoice.typ"
    broken.write_text("#panic()")
    monkeypatch.setattr("plaudit.entries.invoices.INVOICE", broken)
    words = refused(signed_in(entry.started_by).get(f"/entries/{entry.pk}/fee/invoice"))
    assert "the invoice is recorded" in words


def test_a_receipt_that_cannot_be_made_is_mailed_once_it_can() -> None:
    entry, photo = an_entry_with_photo()
    a_submission(entry)
    whole = spoil(photo)
    deliver_due_mail(now=lambda: WHILE_OPEN)
    assert mail.outbox == []
    waiting = OutboxMessage.objects.get(kind="receipt")
    assert (waiting.attempts, waiting.last_error, waiting.sent_at) == (1, "NotTypeset", None)
    photo.write_bytes(whole)
    deliver_due_mail(now=lambda: waiting.not_before)
    (sent,) = mail.outbox
    assert len(sent.attachments) == 1
